"""What a program finds in the place of the world outside: what it prints is kept, its clock stands still, nothing else is there."""

import sys
import threading
import time

from . import kernel, scheduled
from .scheduledcursors import NEVER

EPOCH = 1_700_000_000.0
"""What `time.time()` says when a run begins."""


class Printed:
    """The program's `sys.stdout` and `sys.stderr`."""

    encoding = "utf-8"

    def write(self, text):
        if scheduled.running is not None:
            scheduled.did.append(("stdout", "write"))
        scheduled.room_left -= len(text)
        if scheduled.room_left < 0 and scheduled.over is None:
            scheduled.abandon("steps")
            raise kernel.Killed
        if scheduled.over is None:
            scheduled.printed.append(text)
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False


class Unread:
    """The program's `sys.stdin`."""

    encoding = "utf-8"

    def readline(self, *_):
        refuse()


def virtual_time():
    return EPOCH + scheduled.now


def virtual_clock():
    return scheduled.now


def sleep(seconds, /):
    """Waits in virtual time."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    me = scheduled.running
    scheduled.operation(me, None)
    scheduled.block(me, NEVER, (("time", "time"),), scheduled.now + seconds)
    scheduled.did.append(("time", "time"))


def refuse(*_):
    """Stands for the kernel's own waiting during a run: what comes from outside of the program (input, network, processes, event loops) is in no schedule."""
    kernel.busy = False
    raise RuntimeError("This program waits for something from outside of it, which no schedule can tell.")


def enter():
    """Puts all this in place; returns what puts the rest of the world back."""
    before = (sys.stdout, sys.stderr, sys.stdin, time.sleep, time.time, time.monotonic, time.perf_counter)
    waits = kernel.wait, kernel.wait_outside
    sys.stdout = sys.stderr = Printed()
    sys.stdin = Unread()
    time.sleep, time.time, time.monotonic, time.perf_counter = sleep, virtual_time, virtual_clock, virtual_clock
    threading._time = virtual_clock
    kernel.wait = kernel.wait_outside = refuse

    def leave():
        kernel.wait, kernel.wait_outside = waits
        sys.stdout, sys.stderr, sys.stdin, time.sleep, time.time, time.monotonic, time.perf_counter = before
        threading._time = time.monotonic

    return leave
