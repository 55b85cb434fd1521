"""Names of the library that the lessons give with a version: there from it on, and not before."""

import pkgutil
import sys

SINCE = {
    "asyncio.to_thread": (3, 9),
    "contextlib.aclosing": (3, 10),
    "asyncio.Barrier": (3, 11),
    "asyncio.timeout": (3, 11),
    "asyncio.TaskGroup": (3, 11),
    "asyncio.Runner": (3, 11),
    "asyncio.eager_task_factory": (3, 12),
    "os.process_cpu_count": (3, 13),
    "asyncio.Queue.shutdown": (3, 13),
    "queue.Queue.shutdown": (3, 13),
    "queue.ShutDown": (3, 13),
    "sys._is_gil_enabled": (3, 13),
    "asyncio.print_call_graph": (3, 14),
    "asyncio.tools": (3, 14),
    "concurrent.futures.InterpreterPoolExecutor": (3, 14),
    "concurrent.futures.ProcessPoolExecutor.kill_workers": (3, 14),
    "concurrent.futures.ProcessPoolExecutor.terminate_workers": (3, 14),
    "concurrent.interpreters": (3, 14),
    "contextvars.Token.__enter__": (3, 14),
    "multiprocessing.Process.interrupt": (3, 14),
    "sys.flags.context_aware_warnings": (3, 14),
    "sys.flags.thread_inherit_context": (3, 14),
    "sys.remote_exec": (3, 14),
    "asyncio.TaskGroup.cancel": (3, 15),
    "profiling.sampling": (3, 15),
    "threading.concurrent_tee": (3, 15),
    "threading.serialize_iterator": (3, 15),
    "threading.synchronized_iterator": (3, 15),
}


def is_there(name):
    try:
        pkgutil.resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


wrong = [name for name, since in SINCE.items() if is_there(name) != (sys.version_info >= since)]
print("holds" if not wrong else wrong)
