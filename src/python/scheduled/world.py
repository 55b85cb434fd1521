"""What a program finds in the place of the world outside: what it prints is kept, its clock stands still, nothing else is there."""

import atexit
import builtins
import io
import os
import posixpath
import queue
import sys
import threading
import time

from ..kernel import kernel, system
from . import ending, loggers, scheduler
from .actors import NEVER

SWITCH_INTERVAL_S = 0.005
"""CPython's own."""
EPOCH = 1_700_000_000.0
"""What `time.time()` says when a run begins."""


class Printed(io.TextIOBase):
    """The program's `sys.stdout`, or `sys.stderr`."""

    encoding = "utf-8"
    errors = "strict"
    mode = "w"

    def __init__(self, stream):
        self.name = f"<{stream}>"
        self._is_told = stream == "stdout"
        """Whether what is written belongs to the outcome."""

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if scheduler.running is not None:
            scheduler.did.append(("stdout", "write"))
        scheduler.room_left -= len(text)
        if scheduler.room_left < 0 and scheduler.over is None:
            scheduler.abandon("steps")
            raise kernel.Killed
        if scheduler.over is None:
            scheduler.printed.append(text)
            if self._is_told:
                scheduler.told.append(text)
        return len(text)

    def writable(self):
        return True


class Unread:
    """The program's `sys.stdin`."""

    encoding = "utf-8"

    def readline(self, *_):
        refuse()


def virtual_time():
    """`time.time`."""
    scheduler.look_at_clock()
    return EPOCH + scheduler.now


def virtual_clock():
    """`time.monotonic` and `time.perf_counter`."""
    scheduler.look_at_clock()
    return scheduler.now


def virtual_time_ns():
    """`time.time_ns`."""
    return round(virtual_time() * 1_000_000_000)


def virtual_clock_ns():
    """`time.monotonic_ns` and `time.perf_counter_ns`."""
    return round(virtual_clock() * 1_000_000_000)


def sleep(seconds, /):
    """Waits in virtual time."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    me = scheduler.running
    scheduler.operation(me, None)
    if seconds == 0:
        # Others may run, as they may anyway before the next line.
        return
    scheduler.look_at_clock()
    scheduler.block(me, NEVER, scheduler.PATIENCE, scheduler.now + seconds, ())
    scheduler.did.extend(me.passed)


def set_switch_interval(seconds, /):
    """`sys.setswitchinterval`, which has no say here: no clock rings."""
    if seconds <= 0:
        raise ValueError("switch interval must be strictly positive")
    kernel.interval_s = float(seconds)


def refuse(*_, **__):
    """Stands for the kernel's own waiting during a run: what comes from outside of the program (input, network, files, processes) is in no schedule, so the run is given up."""
    kernel.busy = False
    scheduler.abandon("outside")
    raise kernel.Killed


LIBRARY = "/lib/"
"""What lies there is the same in all runs."""


def open_file(file, mode="r", *args, **kwargs):
    """`open`: a run may read Python's own files, since whatever else it read or wrote would not be the same in the next."""
    path = os.fspath(file) if not isinstance(file, int) else ""
    if isinstance(path, bytes) or not posixpath.abspath(path).startswith(LIBRARY) or set(mode) & set("wax+"):
        refuse()
    return _open(file, mode, *args, **kwargs)


_open = open
_CHANGING_FILES = tuple(
    name
    for name in "chdir chmod fork forkpty execv execve kill link mkdir mkfifo open pipe pipe2 popen posix_spawn remove rename replace rmdir symlink system truncate unlink utime".split()
    if hasattr(os, name)
)
_REPLACED = (
    (builtins, ("open",)),
    (io, ("open",)),
    (os, _CHANGING_FILES),
    (system, ("_operation",)),
    (sys, ("argv", "stdout", "stderr", "stdin", "setswitchinterval")),
    (atexit, ("register", "unregister")),
    (
        time,
        "sleep time time_ns monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns thread_time".split(),
    ),
    (threading, ("_time",)),
    (queue, ("time",)),
)


def enter():
    """Puts all this in place; returns what puts the rest of the world back."""
    before = [(owner, name, vars(owner)[name]) for owner, names in _REPLACED for name in names]
    waits = kernel.wait, kernel.wait_outside
    sys.setswitchinterval = set_switch_interval
    atexit.register, atexit.unregister = ending.register, ending.unregister
    time.sleep = sleep
    time.time, time.time_ns = virtual_time, virtual_time_ns
    time.monotonic = time.perf_counter = time.process_time = time.thread_time = threading._time = queue.time = (
        virtual_clock
    )
    time.monotonic_ns = time.perf_counter_ns = time.process_time_ns = virtual_clock_ns
    kernel.wait = kernel.wait_outside = system._operation = refuse
    builtins.open = io.open = open_file
    for name in _CHANGING_FILES:
        setattr(os, name, refuse)
    _environment.clear()
    _environment.update(os.environ)

    def leave():
        kernel.wait, kernel.wait_outside = waits
        begin_run()
        for owner, name, value in before:
            setattr(owner, name, value)

    return leave


_environment = {}


def begin_run():
    """Puts back what runs before this one have left in modules that all runs share."""
    threading.main_thread()._name = "MainThread"
    kernel.interval_s = SWITCH_INTERVAL_S
    sys.argv = [scheduler.program.filename]
    sys.stdout, sys.stderr, sys.stdin = Printed("stdout"), Printed("stderr"), Unread()
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
    ending.begin_run()
    if scheduler.program.changes_environment and os.environ != _environment:
        os.environ.clear()
        os.environ.update(_environment)
    if scheduler.program.changes_logging:
        loggers.restore()
