"""Processes: `multiprocessing` and `ProcessPoolExecutor` of the standard library, on interpreters that the page keeps warm.

The library runs as it is. Replaced is what it would ask an operating system for: how a process is started, waited for and killed
(here), pipes (`pipes.py`), semaphores (`semaphores.py`) and memory in common (`sharedvalues.py`). The start method is spawn, which
means here what it means in CPython: the child runs the program as `__mp_main__`, and is sent what it is to do by pickle.
"""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import errno
import io
import os
import signal
import sys

from pyodide.ffi import to_js

from ..kernel import console, imports, kernel, lifetimes, system
from ..pipes import pipes
from ..threads import signals
from . import listeners, semaphores, sharedmemory, sharedvalues

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NO_FORK = "this page starts processes by spawn only: there is no operating system here that could fork one"
NO_GROUPS = "there are no groups of processes in the page: name one process"
NO_SIGNAL_TO_FIRST = "in the page, a process cannot signal the one in which the program began"
NO_SUSPENDING = "processes need a browser that can suspend WebAssembly (JSPI)"


NEVER_BEGAN = """
The last {} processes of this program ended before they began: see above. A pool starts others in their place for ever, in CPython too, so the page ends it here.
What starts processes belongs under: if __name__ == "__main__":
"""
MOST_NEVER_BEGUN = 40
"""How many processes in a row may end before they began; then the program is ended."""

_never_begun = 0
"""How many of the processes that this one has started last ended before they began."""

MOST = 32
"""Processes of one program at once, its own among them; as in src/core/python/processes/layout.ts."""


class StartMethodError(NotImplementedError, ValueError):
    """ValueError is what CPython raises where a start method is missing."""


class Popen:
    """A child process, as `multiprocessing.process` wants it."""

    method = "spawn"

    def __init__(self, process_obj):
        from multiprocessing import util

        util._flush_std_streams()
        self.returncode = None
        self.name = process_obj.name
        self._launch(process_obj)

    def _launch(self, process_obj):
        from multiprocessing import context, reduction, spawn

        if kernel.run_sync is None:
            raise NotImplementedError(NO_SUSPENDING)
        data = spawn.get_preparation_data(process_obj.name)
        # Each process has files of its own, and the program lies where every process begins.
        del data["dir"], data["orig_dir"]
        if "init_main_from_path" in data:
            data["init_main_from_path"] = sys.modules["__main__"].__file__
        self.slot = system.call("newProcess")
        if self.slot == system.NO_ROOM:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        self.pid = system.call("pid", self.slot)
        order = io.BytesIO()
        context.set_spawning_popen(self)
        try:
            reduction.dump(data, order)
            reduction.dump(process_obj, order)
        except BaseException:
            system.call("end", self.slot, self.pid, 1)
            system.call("bury", self.slot, self.pid)
            raise
        finally:
            context.set_spawning_popen(None)
        self.sentinel = pipes.adopt(pipes.Descriptor(process=(self.slot, self.pid)))
        if system.send_copies is not None:
            system.send_copies()
        system.link.startProcess(self.slot, self.pid, system.slot, system.pid, self.name, to_js(order.getbuffer()))

    def duplicate_for_child(self, fd):
        """Gives the child what stands behind a descriptor; called while it is pickled."""
        descriptor = pipes.describe(fd)
        for pipe, end in descriptor.ends():
            system.tell("openEnd", pipe, end, self.slot)
        return descriptor.reads, descriptor.writes

    def DupFd(self, ends):
        return Inherited(*ends)

    def _exit_code(self, mark):
        if self.returncode is not None:
            # Another thread has noted it meanwhile, and the slot may be another's.
            return (self.returncode,)
        code = system.call("exitCode", self.slot, self.pid, mark)
        return system.NOT_YET if code is None else (code,)

    def poll(self, flag=os.WNOHANG):
        """The exit code; None while it lives."""
        return self._note(self._exit_code(False)) if self.returncode is None else self.returncode

    def wait(self, timeout=None):
        """The exit code, once it has ended; None if that takes longer than `timeout` seconds."""
        if self.returncode is None:
            deadline = None if timeout is None else kernel.clock() + timeout
            self._note(system.until(self._exit_code, deadline, lambda: f"join {self.name}"))
        return self.returncode

    def _note(self, found):
        if found is not system.NOT_YET and self.returncode is None:
            (self.returncode,) = found
            self._count()
            system.call("bury", self.slot, self.pid)
        return self.returncode

    def _count(self):
        """A pool whose processes cannot begin, since the program has no guard, would start them for ever."""
        global _never_begun
        _never_begun = 0 if self.returncode != 1 or system.call("hasBegun", self.slot) else _never_begun + 1
        if _never_begun >= MOST_NEVER_BEGUN:
            from multiprocessing import process

            for child in process._children:
                # What they say would come after the last word.
                system.link.signalProcess(child._popen.slot, child._popen.pid, int(signal.SIGKILL))
            sys.stderr.write(NEVER_BEGAN.format(_never_begun))
            lifetimes.exit_at_once(1)

    def _send_signal(self, number):
        if self.poll() is None:
            _send_to(self.slot, self.pid, int(number))

    def interrupt(self):
        self._send_signal(signal.SIGINT)

    def terminate(self):
        self._send_signal(signal.SIGTERM)

    def kill(self):
        self._send_signal(signal.SIGKILL)

    def close(self):
        pipes.close(self.sentinel)


class Inherited:
    """An end of a pipe on its way to a child."""

    def __init__(self, reads, writes):
        self.reads = reads
        self.writes = writes

    def detach(self):
        """The descriptor's number in the child."""
        return pipes.adopt(pipes.Descriptor(self.reads, self.writes))


class Child:
    """What makes this interpreter a process that another one has started, for one run."""

    def __init__(self, task: bytes, slot: int, parent_slot: int, pid: int, parent_pid: int, name: str) -> None:
        self.task = task
        self.parent = parent_slot, parent_pid
        self.identity = slot, pid, parent_pid

    def begin(self) -> None:
        """Called before anything of the run."""
        system.begin(*self.identity)
        system.open()
        signals.announce()

    def run(self, source: str, filename: str) -> None:
        """What its main thread does, after `_main` in Lib/multiprocessing/spawn.py; ends by SystemExit."""
        from multiprocessing import process, reduction, spawn

        # Here it lies as the file that it is run from as `__mp_main__`.
        with open(filename, "w") as file:
            file.write(source)
        sentinel = pipes.adopt(pipes.Descriptor(process=self.parent))
        task = io.BytesIO(self.task)
        # As the library's `spawn._main` does it.
        me = process.current_process()
        me._inheriting = True
        try:
            spawn.prepare(reduction.pickle.load(task))
            work = reduction.pickle.load(task)
        finally:
            del me._inheriting
        system.call("begin")
        sys.exit(work._bootstrap(sentinel))

    def end(self, outcome: "dict[str, Any]") -> None:
        """Tells the others how it ended, when all that it prints is printed."""
        if outcome["status"] == "deadlock":
            sys.stderr.write(f"Deadlock: {outcome['words']}\n")
        console.flush()
        if system.send_copies is not None:
            system.send_copies()
        console.muted = True
        system.tell("end", system.slot, system.pid, outcome.get("exitCode", 1))


def _kill(pid, number, /):
    """`os.kill`. The page ends processes of this program. Raises OSError as Linux does, NotImplementedError for what a page cannot do."""
    if pid <= 0:
        raise NotImplementedError(NO_GROUPS)
    if pid != system.pid:
        # One that has ended has its number until its parent has its exit code; to signal it does nothing.
        slot = system.call("slotOf", pid)
        if slot == system.UNKNOWN:
            raise ProcessLookupError(errno.ESRCH, os.strerror(errno.ESRCH))
        if slot == 0 and number != 0:
            raise NotImplementedError(NO_SIGNAL_TO_FIRST)
    elif not 0 <= number < signal.NSIG:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    else:
        if number != 0:
            signals.send(int(number))
        return
    if not 0 <= number < signal.NSIG:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    if number != 0:
        _send_to(slot, pid, int(number))


def _send_to(slot, pid, number):
    """Sends a signal to another process, which ends by it unless it takes that one itself."""
    if number in signals.IGNORED | signals.SUSPENDING and not system.call("takesSignal", slot, number):
        if number in signals.IGNORED:
            return
        raise NotImplementedError(signals.NO_SUSPENDING)
    if number != signal.SIGKILL and system.memory is not None and system.call("sendSignal", slot, pid, number):
        return
    system.link.signalProcess(slot, pid, number)


def _change_reduction(module):
    # Otherwise the library would start processes by a server that forks them.
    module.HAVE_SEND_HANDLE = False

    def DupFd(fd):
        popen = module.context.get_spawning_popen()
        if popen is not None:
            return popen.DupFd(popen.duplicate_for_child(fd))
        from multiprocessing import resource_sharer

        return resource_sharer.DupFd(fd)

    module.DupFd = DupFd


def _change_context(module):
    del module._concrete_contexts["fork"], module._concrete_contexts["forkserver"]
    module.SpawnProcess._Popen = staticmethod(Popen)
    get_context = module.BaseContext.get_context

    def get_known_context(self, method=None):
        if method in ("fork", "forkserver"):
            raise StartMethodError(f"cannot find context for {method!r}: {NO_FORK}")
        return get_context(self, method)

    module.BaseContext.get_context = get_known_context


def _change_connection(module):
    module.Connection._send.__defaults__ = (pipes.write,)
    module.Connection._recv.__defaults__ = (pipes.read,)
    module.Connection._close.__defaults__ = (pipes.close,)
    module._WaitSelector = pipes.Selector
    module.SocketListener = listeners.Listener
    module.SocketClient = listeners.connect

    def Pipe(duplex=True):
        """Returns pair of connection objects at either end of a pipe"""
        if duplex:
            one, other = pipes.duplex()
            return module.Connection(one), module.Connection(other)
        reader, writer = pipes.pipe()
        return module.Connection(reader, writable=False), module.Connection(writer, readable=False)

    module.Pipe = Pipe


def _no_fork(*args):
    raise NotImplementedError(NO_FORK)


def _change_forkserver(module):
    for name in ("ensure_running", "connect_to_new_process"):
        setattr(module, name, _no_fork)
        setattr(module.ForkServer, name, _no_fork)


def _take_our_pool(module):
    from .interpreters import InterpreterPoolExecutor

    module.InterpreterPoolExecutor = InterpreterPoolExecutor


def _offer_interpreters():
    """`concurrent.futures` looks up its pools when they are asked for; one more here."""
    import concurrent.futures

    look_up = concurrent.futures.__getattr__

    def __getattr__(name):
        if name != "InterpreterPoolExecutor":
            return look_up(name)  # pyright: ignore[reportCallIssue]
        from .interpreters import InterpreterPoolExecutor

        return InterpreterPoolExecutor

    concurrent.futures.__getattr__ = __getattr__
    concurrent.futures.__all__.append("InterpreterPoolExecutor")


def install() -> None:
    """Called once, when Python has started."""
    imports.after("multiprocessing.reduction", _change_reduction)
    imports.after("multiprocessing.context", _change_context)
    imports.after("multiprocessing.connection", _change_connection)
    imports.after("multiprocessing.forkserver", _change_forkserver)
    imports.after("multiprocessing.heap", sharedvalues.change_heap)
    imports.after("multiprocessing.sharedctypes", sharedvalues.change_sharedctypes)
    imports.after("multiprocessing.resource_sharer", listeners.change_sharer)
    sharedmemory.install()
    imports.install()
    sys.modules["_multiprocessing"] = semaphores.module()
    imports.after("concurrent.futures.interpreter", _take_our_pool)
    _offer_interpreters()
    os.getpid = system.getpid
    os.getppid = system.getppid
    os.cpu_count = lambda: system.link.cores
    # `Pool()` starts that many, which must not be more than there can be.
    os.process_cpu_count = lambda: min(system.link.cores, MOST - 1)
    os.kill = _kill
    os.fork = _no_fork


def load() -> None:
    """Imports what children need, ahead of the first of them."""
    import concurrent.futures.process  # noqa: F401
    import multiprocessing.connection
    import multiprocessing.pool
    import multiprocessing.queues
    import multiprocessing.spawn
    import multiprocessing.synchronize  # noqa: F401
    import runpy  # noqa: F401
