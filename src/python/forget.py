"""Leaves nothing of a program to the next: what it brought goes, and what it changed in others is put back."""

import atexit
import builtins
import gc
import itertools
import linecache
import os
import random
import signal
import sys
import tracemalloc
import types

from . import kernel

RECURSION_LIMIT = 1000
CLASSES_OF = ("threading", "queue", "_thread", "asyncio", "concurrent", "timeslice")
"""Programs like to change classes of these, to see what they do."""
NOT_PUT_BACK = ("sys", "builtins", "timeslice")
NO_FILES = ("/dev", "/proc")
"""Folders that the machine makes up."""

_modules = sys.modules
_namespaces = {}
"""By module name: the module, and its names as they were."""
_classes = {}
"""By class: its names as they were."""
_lists = ()
"""Lists that belong to the interpreter, and what was in them."""
_builtins = dict(vars(builtins))
_sys = {}
_environment = {}
_handlers = {}
_folder = None
_files = {}
"""By path: all that the file system held, and how to tell whether it was changed."""
_loggers = {}
"""By name: the library's own loggers."""
_logging = []
"""Of each of them, with the root: level, handlers, filters, whether it propagates and is disabled."""
_filters = []
"""Of warnings."""


def remember():
    """Called once, when everything is in place."""
    global _lists, _folder
    import warnings

    _sys.update((name, value) for name, value in vars(sys).items() if not name.startswith("last_"))
    _environment.update(os.environ)
    _handlers.update((number, signal.getsignal(number)) for number in signal.valid_signals())
    _folder = os.getcwd()
    remember_files()
    _lists = [(things, things[:]) for things in (sys.path, sys.meta_path, sys.path_hooks, sys.warnoptions, gc.callbacks)]
    _filters[:] = warnings.filters
    _remember_loggers()
    _remember_modules()


def remember_files():
    """All files that are there now stay for the runs that follow: for checks that put their own in place."""
    _files.update(_look_at_files())


def _remember_loggers():
    import logging

    _loggers.update(logging.root.manager.loggerDict)
    for logger in (logging.root, *_loggers.values()):
        if isinstance(logger, logging.Logger):
            _logging.append((logger, logger.level, logger.handlers[:], logger.filters[:], logger.propagate, logger.disabled))


def _remember_modules():
    for name, module in list(_modules.items()):
        if name in _namespaces or not isinstance(module, types.ModuleType):
            continue
        names = dict(vars(module))
        _namespaces[name] = (module, names)
        if name.startswith(CLASSES_OF):
            _classes.update((value, dict(vars(value))) for value in names.values() if type(value) is type and value.__module__.startswith(CLASSES_OF))


def mend():
    """Called when a program has ended, however badly: gives Python back what it cannot work without."""
    vars(builtins).update(_builtins)
    sys.modules = _modules
    for name, (module, _) in _namespaces.items():
        _modules[name] = module


def restore():
    """Busy. Forgets the program. False when it changed the kernel itself, which then has to go."""
    if not _is_kernel_whole():
        return False
    import threading

    for name in [name for name in _modules if name not in _namespaces and _is_programs_own(_modules[name])]:
        del _modules[name]
    _restore_interpreter()
    for name, (module, before) in _namespaces.items():
        if not name.startswith(NOT_PUT_BACK):
            _restore_names(name, vars(module), before)
    for cls, before in _classes.items():
        _restore_class(cls, before)
    _remember_modules()
    _restore_logging()
    _restore_warnings()
    _forget_threads(threading)
    _modules.pop("__main__", None)
    linecache.clearcache()
    gc.collect()
    return _restore_files()


def _is_kernel_whole():
    for name, (module, before) in _namespaces.items():
        if name.startswith("timeslice"):
            now = vars(module)
            for key, value in before.items():
                if type(value) in (types.FunctionType, type) and value.__name__ == key and now.get(key) is not value:
                    return False
    return all(type(things) is kind for things, kind in ((kernel.ready, kernel.deque), (kernel.timers, list), (kernel.strands, dict)))


def _restore_interpreter():
    """What belongs to the interpreter and to no module."""
    names = vars(sys)
    for name in [name for name in names if name not in _sys]:
        del names[name]
    names.update(_sys)
    for things, before in _lists:
        things[:] = before
    for name in [name for name in vars(builtins) if name not in _builtins]:
        delattr(builtins, name)
    sys.settrace(None)
    sys.setprofile(None)
    sys.set_asyncgen_hooks(None, None)
    sys.set_coroutine_origin_tracking_depth(0)
    for tool in range(6):
        if sys.monitoring.get_tool(tool) is not None:
            sys.monitoring.free_tool_id(tool)
    sys.setrecursionlimit(RECURSION_LIMIT)
    tracemalloc.stop()
    gc.enable()
    gc.unfreeze()
    for number, handler in _handlers.items():
        if signal.getsignal(number) is not handler:
            signal.signal(number, handler)
    if os.environ != _environment:
        os.environ.clear()
        os.environ.update(_environment)
    if "_socket" in _modules:
        _modules["_socket"].setdefaulttimeout(None)
    random.seed()


def _look_at_files():
    """Each folder comes before what is in it."""
    found = {}
    folders = ["/"]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.path in NO_FILES:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    found[entry.path] = None
                    folders.append(entry.path)
                else:
                    status = entry.stat(follow_symlinks=False)
                    found[entry.path] = status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
    return found


def _restore_files():
    """Removes what the program wrote. False when something of the interpreter's own was changed, or would not go."""
    try:
        os.chdir("/")
        found = _look_at_files()
        for path in reversed([path for path in found if path not in _files]):
            if path.startswith("/lib/"):
                return False
            (os.rmdir if found[path] is None else os.unlink)(path)
        for path, before in _files.items():
            if path not in found and before is None:
                os.mkdir(path)
            elif found.get(path) != before:
                return False
        os.chdir(_folder)
    except OSError:
        return False
    return True


def _restore_names(module, names, before):
    for name in [name for name in names if name not in before and not _is_submodule(module, name, names[name])]:
        del names[name]
    names.update(before)


def _restore_class(cls, before):
    now = vars(cls)
    for name in [name for name in now if name not in before]:
        delattr(cls, name)
    for name, value in before.items():
        if now.get(name) is not value:
            setattr(cls, name, value)


def _restore_logging():
    """Otherwise each run would add its handlers to those of the run before, and every message be said twice."""
    import logging

    manager = logging.root.manager
    manager.loggerDict.clear()
    manager.loggerDict.update(_loggers)
    manager.disable = logging.NOTSET
    for logger, level, handlers, filters, propagate, disabled in _logging:
        logger.handlers[:], logger.filters[:], logger.propagate, logger.disabled = handlers, filters, propagate, disabled
        logger.setLevel(level)


def _restore_warnings():
    import warnings

    if warnings.filters != _filters:
        # That also makes what has looked at them before look again.
        warnings.resetwarnings()
        warnings.filters[:] = _filters


def _is_submodule(package, name, value):
    return isinstance(value, types.ModuleType) and _modules.get(f"{package}.{name}") is value


def _is_programs_own(module):
    file = getattr(module, "__file__", None)
    return file is not None and not file.startswith("/lib/")


def _forget_threads(threading):
    """What these modules keep in containers, which the restoring of names does not reach."""
    from asyncio import events

    from . import eventloop, processes

    queues = _modules.get("concurrent.futures.thread")
    threading._active_limbo_lock._at_fork_reinit()
    threading._active.clear()
    threading._limbo.clear()
    threading._dangling.clear()
    threading._threading_atexits.clear()
    threading._counter = itertools.count(1).__next__
    threading._main_thread = threading._MainThread()
    if queues is not None:
        queues._global_shutdown_lock._at_fork_reinit()
        queues._threads_queues.clear()
        queues._shutdown = False
        threading._register_atexit(queues._python_exit)
        queues.ThreadPoolExecutor._counter = itertools.count().__next__
    processes.forget()
    eventloop.forget_tasks()
    events._set_event_loop_policy(eventloop.EventLoopPolicy())
    atexit._clear()
    processes.register()
