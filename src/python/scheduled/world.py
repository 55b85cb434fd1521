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
from . import ending, loggers, names, scheduler
from .accesses import TIME_PASSES
from .actors import NEVER
from .ourframes import keeps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from .actors import Actor
    from .patches import Patches

SWITCH_INTERVAL_S = 0.005
"""CPython's own."""
EPOCH = 1_700_000_000.0
"""What `time.time()` says when a run begins."""


class Printed(io.TextIOBase):
    """The program's `sys.stdout`, or `sys.stderr`."""

    encoding = "utf-8"
    errors = "strict"
    mode = "w"

    def __init__(self, stream: str) -> None:
        self.name = f"<{stream}>"
        self._is_told = stream == "stdout"
        """Whether what is written belongs to the outcome, as what is written to standard error does not."""

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        run = scheduler.run
        if run.running is not None:
            run.did.append((names.STDOUT, "write"))
        run.room_left -= len(text)
        if run.room_left < 0 and run.over is None:
            run.abandon("steps")
            raise kernel.Killed
        if run.over is None:
            run.printed.append(text)
            if self._is_told:
                run.told.append(text)
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
    return EPOCH + scheduler.run.now


def virtual_clock():
    """`time.monotonic` and `time.perf_counter`."""
    scheduler.look_at_clock()
    return scheduler.run.now


def virtual_time_ns():
    """`time.time_ns`."""
    return round(virtual_time() * 1_000_000_000)


def virtual_clock_ns():
    """`time.monotonic_ns` and `time.perf_counter_ns`."""
    return round(virtual_clock() * 1_000_000_000)


@keeps("seconds")
def sleep(seconds, /):
    """`time.sleep`, in virtual time. Raises ValueError where `seconds` is negative."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    run = scheduler.run
    me: "Actor" = run.running  # pyright: ignore[reportAssignmentType]
    scheduler.operation(me, None)
    if seconds == 0:
        # Others may run, as they may anyway before the next line.
        return
    scheduler.look_at_clock()
    scheduler.block(me, NEVER, TIME_PASSES, run.now + seconds, ())
    run.did.extend(me.passed)


def set_switch_interval(seconds, /):
    """`sys.setswitchinterval`, which changes nothing here: no clock ends a step."""
    if seconds <= 0:
        raise ValueError("switch interval must be strictly positive")
    kernel.interval_s = float(seconds)


def refuse(*_: object, **__: object) -> "NoReturn":
    """Stands for the kernel's own waiting during a run: what comes from outside of the program (input, network, files, processes) is in no schedule, so the run is given up.

    Raises `kernel.Killed`.
    """
    kernel.busy = False
    scheduler.run.abandon("outside")
    raise kernel.Killed


LIBRARY = "/lib/"
"""Where Python's own files lie, which are the same in all runs."""


def open_file(file, mode="r", *args, **kwargs):
    """`open`: a run may read Python's own files only, since other files may differ in the next run."""
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
    (builtins, {"open": open_file}),
    (io, {"open": open_file}),
    (os, dict.fromkeys(_CHANGING_FILES, refuse)),
    (system, {"_operation": refuse}),
    (sys, {"setswitchinterval": set_switch_interval}),
    (atexit, {"register": ending.register, "unregister": ending.unregister}),
    (
        time,
        {
            "sleep": sleep,
            "time": virtual_time,
            "time_ns": virtual_time_ns,
            **dict.fromkeys(("monotonic", "perf_counter", "process_time", "thread_time"), virtual_clock),
            **dict.fromkeys(("monotonic_ns", "perf_counter_ns", "process_time_ns", "thread_time_ns"), virtual_clock_ns),
        },
    ),
    (threading, {"_time": virtual_clock}),
    (queue, {"time": virtual_clock}),
)
"""By module: what stands in the place of its functions."""


def enter(patches: "Patches") -> None:
    """Puts all this in place, until the patches are undone; the environment, warnings and loggers are then as they were."""
    for name in ("argv", "stdout", "stderr", "stdin"):
        patches.keep(sys, name)
    for owner, replaced in _REPLACED:
        for name, value in replaced.items():
            patches.set(owner, name, value)
    _environment.clear()
    _environment.update(os.environ)
    patches.on_undo(begin_run)
    patches.set(kernel, "wait", refuse)
    patches.set(kernel, "wait_outside", refuse)


_environment: dict[str, str] = {}


def begin_run() -> None:
    """Puts back what earlier runs have left in modules that all runs share."""
    threading.main_thread()._name = "MainThread"  # pyright: ignore[reportAttributeAccessIssue]
    kernel.interval_s = SWITCH_INTERVAL_S
    program = scheduler.batch.program
    sys.argv = [program.filename]
    sys.stdout, sys.stderr, sys.stdin = Printed("stdout"), Printed("stderr"), Unread()
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
    ending.begin_run()
    if program.changes_environment and os.environ != _environment:
        os.environ.clear()
        os.environ.update(_environment)
    if program.changes_logging:
        loggers.restore()
