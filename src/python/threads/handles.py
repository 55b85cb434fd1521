"""Handles of threads, by which others wait for the end of a thread."""

from ..kernel import kernel, trace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..kernel.strand import Strand

awaited_at_end: "dict[ThreadHandle, None]" = {}
"""The handles of threads that are no daemons and have not ended: a program waits for them (as keys, in order of starting)."""


class ThreadHandle:
    """What is left of a thread for those who want to join it. At first it belongs to no thread."""

    def __init__(self):
        self.strand: "Strand | None" = None
        self.done = False
        self.waiters: "list[Strand]" = []

    @property
    def ident(self):
        """The thread's identifier; 0 before it started."""
        return 0 if self.strand is None else self.strand.id

    def is_done(self):
        return self.done

    def _set_done(self):
        if self.strand is None:
            raise RuntimeError("thread not started")
        self.finish()

    def finish(self):
        """Marks the thread as ended and wakes all threads that wait for that."""
        was_busy, kernel.busy = kernel.busy, True
        self.done = True
        awaited_at_end.pop(self, None)
        for strand in self.waiters:
            kernel.wake(strand)
        self.waiters.clear()
        kernel.busy = was_busy

    def join(self, timeout=None):
        """Waits until the thread has ended, or for `timeout` seconds. Raises RuntimeError where that would never end."""
        if self.done:
            return
        if self.strand is None:
            raise RuntimeError("thread not started")
        me = kernel.current
        if self.strand is me:
            raise RuntimeError("Cannot join current thread")
        kernel.busy = True
        now = kernel.clock()
        deadline = None if timeout is None or timeout < 0 else now + timeout
        if deadline == now:
            kernel.busy = False
            kernel.yield_turn()
            return
        try:
            while not self.done and self._await(me, deadline) is None:
                kernel.run_errands()
        finally:
            kernel.busy = False
        if me.errands:
            kernel.do_errands(me)

    def _await(self, me, deadline):
        """Busy. One wait of `me` for its end, as `kernel.wait` has it."""
        me.blocked_on = self
        self.waiters.append(me)
        trace.record(kernel.clock(), me.lane, "block", f"join {self.strand.name}")  # pyright: ignore[reportOptionalMemberAccess]
        try:
            return kernel.wait(deadline)
        finally:
            me.blocked_on = None
            if me in self.waiters:
                self.waiters.remove(me)

    def describe(self, waiter, /):
        return f"for {self.strand.name} to end"  # pyright: ignore[reportOptionalMemberAccess]

    def __dir__(self):
        return [name for name in object.__dir__(self) if name.startswith("_") or name in ("ident", "is_done", "join")]

    def __reduce__(self):
        raise TypeError("cannot pickle '_thread._ThreadHandle' object")

    def __repr__(self):
        return f"<_thread._ThreadHandle object: ident={self.ident}>"
