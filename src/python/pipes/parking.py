"""Waiting for a pipe of this process: the thread parks until there is news of one."""

import signal

from ..kernel import kernel, lifetimes, system, trace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Buffer, Callable
    from typing import Any

    from ..kernel.hosts import Obstacle, OsPipes
    from ..kernel.strand import Strand

FOR_DATA = "data from a pipe"
FOR_ROOM = "room in a pipe"
KILLED_BY_SIGPIPE = 128 + signal.SIGPIPE

page: "OsPipes" = None  # pyright: ignore[reportAssignmentType]
"""The page's side of the pipes."""
_waiting: "dict[Strand, int]" = {}
"""The threads that wait for news of a pipe, each with how many changes there were when it last looked."""


def _glance():
    """Busy. Wakes the threads for which there is news; called at every hand-over while any waits."""
    changes = page.changes
    rung = False
    for strand, seen in list(_waiting.items()):
        if seen != changes:
            _forget(strand)
            rung = rung or strand in system._waiting
            kernel.wake(strand)
    if rung:
        system.on_ring()


def _forget(strand):
    _waiting.pop(strand, None)
    if not _waiting:
        kernel.glance = None


def park(
    seen: int, deadline: float | None, words: str, blocked_on: "Obstacle | None" = None, shared: bool = False
) -> None:
    """Busy. Parks until something has changed since `seen`, until the thread is woken, or until the clock reaches `deadline`.

    `shared`: what is waited for may come from another process.
    """
    if page.changes != seen:
        return
    me = kernel.current
    _waiting[me] = seen
    kernel.glance = _glance
    me.blocked_on = blocked_on or Wait(words)
    try:
        if shared:
            woken = kernel.wait_outside(words, deadline)
        else:
            trace.record(kernel.clock(), me.lane, "wait", words)
            woken = kernel.wait(deadline)
    finally:
        me.blocked_on = None
        _forget(me)
    if woken is None:
        kernel.run_errands()


class Wait:
    """What a thread is blocked on that waits for a pipe."""

    __slots__ = ("words",)

    def __init__(self, words: str) -> None:
        self.words = words

    def describe(self, waiter: object, /) -> str:
        return f"for {self.words}"


def retry(call: "Callable[[], Any]", fd: int, words: str) -> "Any":
    """Calls until it need not wait any more. Raises BlockingIOError where the descriptor is not to block."""
    while True:
        seen = page.changes
        try:
            return call()
        except BlockingIOError:
            if not page.blocks(fd):
                raise
        kernel.busy = True
        try:
            park(seen, None, words)
        finally:
            kernel.busy = False


def write_all(call: "Callable[[Buffer], int]", fd: int, data: "Buffer") -> int:
    """Writes, and where the pipe is to block, waits until all is written. Returns how many bytes were. Raises BrokenPipeError where nobody reads."""
    written = 0
    while True:
        try:
            written += retry(lambda: call(memoryview(data).cast("B")[written:] if written else data), fd, FOR_ROOM)
        except BrokenPipeError:
            _signal_broken()
            if written == 0:
                raise
            return written
        if written >= memoryview(data).nbytes or not page.blocks(fd):
            return written


def _signal_broken():
    """SIGPIPE, which Python ignores unless the program has said something else."""
    wanted = signal.getsignal(signal.SIGPIPE)
    if wanted is signal.SIG_DFL:
        lifetimes.exit_at_once(KILLED_BY_SIGPIPE)
    if callable(wanted):
        signal.raise_signal(signal.SIGPIPE)


def connect(its_page: "OsPipes") -> None:
    """Called once, when Python has started, with the page's side of the pipes."""
    global page
    page = its_page
