"""Puts the kernel where the standard library expects an operating system: `_thread`, `time.sleep` and the C `_queue`."""

import _thread
import sys
import time

from ..kernel import kernel, lifetimes, preemption, trace
from . import handles, inspection, locks, signals, threadlocal, timers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

MOST_DEPTH = 30_000
"""Calls that are nested deeper end in RecursionError, before memory does."""
_recursion_limit = sys.getrecursionlimit()

ALONE = 8
"""How many times fewer ticks come while there is one thread only: nobody waits for it to let go of the GIL."""


def _start(function, args, kwargs, name, daemon, handle):
    strand = kernel.Strand(name, (function, args, kwargs), daemon, handle)
    handle.strand = strand
    signals.inherit_mask(strand)
    lifetimes.spawn(strand)
    return strand


def start_joinable_thread(function, handle=None, daemon=True):
    """Starts `function()` in a thread of its own; returns the handle by which it is joined."""
    if not callable(function):
        raise TypeError("thread function must be callable")
    handle = handle if handle is not None else handles.ThreadHandle()
    if handle.strand is not None:
        raise RuntimeError("thread already started")
    thread = getattr(function, "__self__", None)
    name = getattr(thread, "_name", None) or "thread"
    try:
        _start(function, (), {}, name, daemon, handle)
    except RuntimeError:
        handle.strand = None
        raise
    if not daemon:
        handles.awaited_at_end[handle] = None
    return handle


def start_new_thread(function, args=(), kwargs=None, /):
    """Starts `function(*args, **kwargs)` in a thread of its own; returns its identifier."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if kwargs is not None and not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    name = getattr(function, "__name__", "thread")
    return _start(function, args, kwargs or {}, name, True, handles.ThreadHandle()).id


def shutdown_threads():
    """Joins every thread that is not a daemon: `_thread._shutdown`. As in CPython 3.14, a Ctrl+C meanwhile is told, and the rest is not waited for."""
    try:
        while handles.awaited_at_end:
            next(iter(handles.awaited_at_end)).join()
    except BaseException as error:
        if kernel.current.doomed is not None:
            raise
        lifetimes.ignored(error, "Exception ignored while joining a thread in _thread._shutdown()")


def make_thread_handle(ident):
    """The handle of a thread that runs already."""
    handle = handles.ThreadHandle()
    handle.strand = kernel.strands.get(ident, kernel.main)
    return handle


def set_name(name):
    """Names the running thread."""
    kernel.current.name = name


def sleep(seconds, /):
    """Sleeps; the other threads go on meanwhile."""
    if not isinstance(seconds, float) and not hasattr(seconds, "__index__"):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    seconds = float(seconds)
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if seconds > locks.TIMEOUT_MAX:
        raise OverflowError("timestamp out of range for C PyTime_t")
    _park_for(seconds)


def _park_for(seconds):
    """Parks the running thread for that time."""
    if seconds == 0:
        kernel.yield_turn()
        return
    kernel.busy = True
    try:
        now = kernel.clock()
        until = now + seconds
        trace.record(now, kernel.current.lane, "wait", "sleep")
        while kernel.wait(until) is None:
            kernel.run_errands()
            trace.record(kernel.clock(), kernel.current.lane, "wait", "sleep")
    finally:
        kernel.busy = False
    if kernel.current.errands:
        kernel.do_errands(kernel.current)


def process_time():
    """Seconds in which any thread ran."""
    return kernel.clock() - kernel.idle_s


def thread_time():
    """Seconds in which this thread ran."""
    me = kernel.current
    return me.ran_s + kernel.clock() - me.since


def setswitchinterval(seconds, /):
    """Sets how long a thread may hold the GIL while another wants it."""
    if seconds <= 0:
        raise ValueError("switch interval must be strictly positive")
    kernel.interval_s = float(seconds)
    if kernel.host is not None:
        _ring(1 if len(kernel.strands) > 1 else ALONE)


def _ring(times_slower):
    kernel.host.setInterval(kernel.interval_s * 1000 * times_slower)


def setrecursionlimit(limit, /, real=sys.setrecursionlimit):
    """Sets how deep calls may be nested; beyond what memory has room for, RecursionError comes sooner than was asked for."""
    global _recursion_limit
    real(min(limit, MOST_DEPTH) if isinstance(limit, int) else limit)
    _recursion_limit = limit


def _on_tick(signum, frame):
    preemption.on_tick(frame)


def get_ident():
    """The identifier of the running thread."""
    return kernel.current.id


def install() -> None:
    """Called once, before anything imports `threading`."""
    replaced = {
        "start_joinable_thread": start_joinable_thread,
        "start_new_thread": start_new_thread,
        "start_new": start_new_thread,
        "daemon_threads_allowed": lambda: True,
        "allocate_lock": locks.lock,
        "allocate": locks.lock,
        "lock": locks.lock,
        "LockType": locks.lock,
        "RLock": locks.RLock,
        "_local": threadlocal.local,
        "_ThreadHandle": handles.ThreadHandle,
        "_make_thread_handle": make_thread_handle,
        "_shutdown": shutdown_threads,
        "get_ident": get_ident,
        "get_native_id": get_ident,
        "_get_main_thread_ident": lambda: kernel.main.id,
        "_is_main_interpreter": lambda: True,
        "_count": lambda: len(kernel.strands) - 1,
        "set_name": set_name,
        "TIMEOUT_MAX": locks.TIMEOUT_MAX,
    }
    for name, value in replaced.items():
        setattr(_thread, name, value)
        if hasattr(value, "__module__"):
            value.__module__ = "_thread"
    handles.ThreadHandle.__name__ = handles.ThreadHandle.__qualname__ = "_ThreadHandle"
    lifetimes.on_end.append(threadlocal.forget)
    # Without it `queue.SimpleQueue` is the one that blocks on locks, which are the kernel's.
    sys.modules["_queue"] = None  # pyright: ignore[reportArgumentType]
    time.sleep = sleep
    time.process_time = process_time
    time.thread_time = thread_time
    sys.setswitchinterval = setswitchinterval
    sys.getswitchinterval = lambda: kernel.interval_s
    sys.setrecursionlimit = setrecursionlimit
    sys.getrecursionlimit = lambda: _recursion_limit


def connect(threads: bool, ticks: bool) -> "Callable[[int, Callable[..., object]], object]":
    """Called once the kernel knows the page; returns what sets a handler of the kernel's own for a signal. The parameters are those of `program.boot.connect`."""
    lifetimes.ignored = _ignored
    lifetimes.before_second = _before_second
    lifetimes.back_to_one = _back_to_one
    preemption.wanted = threads and not ticks
    inspection.install()
    set_real_handler = signals.install()
    timers.install()
    set_real_handler(signals.TICK, _on_tick)
    return set_real_handler


def _before_second():
    preemption.begin()
    _ring(1)


def _back_to_one():
    if not kernel.appointments:
        preemption.end()
    _ring(ALONE)


def _ignored(error, words):
    if not isinstance(error, kernel.Killed):
        sys.unraisablehook(_unraisable_type()((type(error), error, error.__traceback__, words, None)))


def _unraisable_type():
    """The type of what `sys.unraisablehook` takes. It has no name in Python: one has to be seen."""
    seen = []

    class Failing:
        def __del__(self):
            raise ValueError

    hook, sys.unraisablehook = sys.unraisablehook, lambda args: seen.append(type(args))
    Failing()
    sys.unraisablehook = hook
    return seen[0]
