"""`_thread.lock` and `_thread.RLock`, for the kernel's threads.

A lock is held by a strand or by nobody. Like CPython's own since 3.14 (`PyMutex` in Python/lock.c, after WebKit's WTF::Lock), it lets the running thread take a free lock at once, and
hands it over in the order of asking to a thread that has waited for more than a millisecond, so that none starves.
"""

import sys
from collections import deque
from weakref import ref

from ..kernel import kernel, trace
from ..kernel.naming import LIBRARY, name_of, waited_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..kernel.strand import Strand

TIMEOUT_MAX = 9223372036.0
"""In seconds: what a `PyTime_t` holds, 64 bits of nanoseconds."""
FAIR_AFTER_S = 0.001
"""`TIME_TO_BE_FAIR_NS` in CPython's Python/lock.c."""
TRACED_TIMES = 2000
"""How often it is traced that a free lock is taken; after that only what a thread waited for. The library's own locks count as worn from the
beginning: nobody wants to see how a thread starts."""

_made = 0

AT_ONCE = -1
"""The deadline of a lock that is taken now or not at all."""


class _Waiter:
    """A thread in the queue of a lock."""

    __slots__ = ("strand", "since", "handed_over")

    def __init__(self, strand: "Strand", since: float) -> None:
        self.strand = strand
        self.since = since
        """The clock's time at which it began to wait."""
        self.handed_over = False
        """Whether the lock is its own already, given by the thread that released it."""


def deadline_of(blocking, timeout) -> float | None:
    """The clock's time at which to give up; None for never, AT_ONCE for at once. Raises as `lock_acquire_parse_timeout` in CPython's Modules/_threadmodule.c."""
    if timeout == -1:
        return None if blocking else AT_ONCE
    if not isinstance(timeout, float) and not hasattr(timeout, "__index__"):
        raise TypeError(f"'{type(timeout).__name__}' object cannot be interpreted as an integer")
    if not blocking:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout != timeout:
        raise ValueError("Invalid value NaN (not a number)")
    if timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return kernel.clock() + timeout if timeout > 0 else AT_ONCE


class lock:
    """A lock object: held or free."""

    __slots__ = (
        "_holder",
        "_waiters",
        "_origin",
        "_waiter",
        "_number",
        "_traced",
        "_noted",
        "_name",
        "_owner",
        "__weakref__",
    )

    def __new__(cls):
        global _made
        self = object.__new__(cls)
        self._holder = None
        self._waiters = None
        frame = sys._getframe(1)
        self._origin = frame.f_code.co_qualname
        self._waiter = self._origin == "Condition.wait"
        self._owner = None
        if self._waiter:
            # Made for one wait: it is the caller's wait that has a name, `tasks.get` for example.
            self._origin, self._owner = waited_in(frame)
        self._traced = TRACED_TIMES if self._waiter or frame.f_code.co_filename.startswith((LIBRARY, "<frozen")) else 0
        self._noted = None
        self._name = None
        _made += 1
        self._number = _made
        return self

    def __init_subclass__(cls):
        if lock in cls.__bases__ and cls.__module__ != __name__:
            raise TypeError("type '_thread.lock' is not an acceptable base type")

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock; False when it was not to be had (in time)."""
        # No other thread comes between these two lines: see the kernel's last paragraph.
        if self._holder is None and timeout == -1:
            self._holder = kernel.current
            if self._traced < TRACED_TIMES:
                self._note_acquire()
            return True
        return self._acquire_slowly(deadline_of(blocking, timeout))

    __enter__ = acquire
    acquire_lock = acquire

    def _acquire_slowly(self, deadline):
        if self._holder is None:
            self._holder = kernel.current
            return True
        if deadline == AT_ONCE:
            return False
        taken = self._wait(deadline)
        if kernel.current.errands:
            kernel.do_errands(kernel.current)
        return taken

    def _wait(self, deadline):
        kernel.busy = True
        me = kernel.current
        if self._waiters is None:
            self._waiters = deque()
        entry = _Waiter(me, kernel.clock())
        self._waiters.append(entry)
        me.blocked_on = self
        trace.record(entry.since, me.lane, "block", self.describe_briefly())
        try:
            while True:
                woken = kernel.wait(deadline)
                if entry.handed_over:
                    break
                if self._holder is None:
                    self._holder = me
                    break
                if woken is False:
                    return False
                if woken is None:
                    # Meanwhile it is not in the queue: a handler may wait for something else.
                    self._waiters.remove(entry)
                    me.blocked_on = None
                    kernel.run_errands()
                    me.blocked_on = self
                    if self._holder is None:
                        self._holder = me
                        break
                # Somebody was faster: first in the queue again.
                if self._waiters is None:
                    self._waiters = deque()
                self._waiters.appendleft(entry)
                trace.record(kernel.clock(), me.lane, "block", self.describe_briefly())
            if not self._waiter:
                self._note_acquire()
            return True
        except BaseException:
            if entry.handed_over:
                self._drop(me)
            raise
        finally:
            me.blocked_on = None
            if self._waiters and entry in self._waiters:
                self._waiters.remove(entry)
            kernel.busy = False

    def release(self):
        """Frees the lock, which any thread may do."""
        if self._holder is None:
            raise RuntimeError("release unlocked lock")
        if self._noted is not None:
            self._note_release()
        if not self._waiters:
            self._holder = None
            return
        # A finalizer may release while the kernel is busy, and must leave it so.
        was_busy, kernel.busy = kernel.busy, True
        self._hand_on()
        kernel.busy = was_busy

    release_lock = release

    def _drop(self, me):
        """Gives back what was handed to a thread that no longer wants it."""
        if self._holder is me:
            kernel.busy = True
            if self._waiters:
                self._hand_on()
            else:
                self._holder = None

    def _hand_on(self):
        """Busy."""
        entry = self._waiters.popleft()  # pyright: ignore[reportOptionalMemberAccess]
        strand = entry.strand
        entry.handed_over = kernel.clock() - entry.since > FAIR_AFTER_S
        self._holder = strand if entry.handed_over else None
        kernel.wake(strand)

    def __exit__(self, *_):
        self.release()

    def locked(self):
        """Whether it is held."""
        return self._holder is not None

    locked_lock = locked

    def _at_fork_reinit(self):
        self._holder = None
        self._waiters = None
        self._noted = None

    def __dir__(self):
        return [
            name
            for name in object.__dir__(self)
            if not name.startswith("describe") and (type(self) is lock or not name.endswith("_lock"))
        ]

    def __reduce__(self):
        raise TypeError(f"cannot pickle '_thread.{type(self).__name__}' object")

    def __repr__(self):
        state = "unlocked" if self._holder is None else "locked"
        return f"<{state} _thread.lock object at {id(self):#x}>"

    def _note_acquire(self):
        # Busy, or the clock would be read in one turn and the event noted in a later one.
        was_busy, kernel.busy = kernel.busy, True
        self._traced += 1
        self._noted = me = kernel.current
        name = self.describe_briefly()
        if id(self) in me.noted:
            # Another lock lay there, and went while it was held.
            _, name_before = me.noted[id(self)]
            trace.record(kernel.clock(), me.home, "release", name_before)
        me.noted[id(self)] = ref(self), name
        trace.record(kernel.clock(), me.home, "acquire", name)
        kernel.busy = was_busy

    def _note_release(self):
        """In the lane that acquired it, also where another thread releases it."""
        was_busy, kernel.busy = kernel.busy, True
        owner, self._noted = self._noted, None
        owner.noted.pop(id(self), None)  # pyright: ignore[reportOptionalMemberAccess]
        trace.record(kernel.clock(), owner.home, "release", self.describe_briefly())  # pyright: ignore[reportOptionalMemberAccess]
        kernel.busy = was_busy

    def describe_briefly(self):
        """The lock's name in a trace."""
        if self._name is None:
            self._name = (
                self._name_wait()
                if self._waiter
                else name_of(self) or f"{LIBRARY_OWNERS.get(self._origin.split('.')[0], 'Lock')} #{self._number}"
            )
        return self._name

    def _name_wait(self):
        owner = None if self._owner is None else name_of(self._owner)
        return self._origin if owner is None else f"{owner}.{self._origin.rpartition('.')[2]}"

    def describe(self, waiter, /):
        """What a thread that is blocked here waits for, in words."""
        holder = self._holder
        if self._waiter:
            return f"in {self.describe_briefly()}() for another thread"
        if holder is None:
            return f"for {self.describe_briefly()}"
        if holder is waiter:
            return f"for {self.describe_briefly()}, which it holds itself"
        gone = "" if holder.id in kernel.strands else ", which has ended"
        return f"for {self.describe_briefly()}, held by {holder.name}{gone}"


LIBRARY_OWNERS = {
    "Queue": "lock of a queue",
    "SimpleQueue": "lock of a queue",
    "Event": "lock of an event",
    "Semaphore": "lock of a semaphore",
    "Barrier": "lock of a barrier",
    "Condition": "lock of a condition",
    "Thread": "lock of a thread",
    "Future": "lock of a future",
    "ThreadPoolExecutor": "lock of a pool",
}


def next_number():
    """The number of a lock that is being made outside of `lock.__new__`."""
    global _made
    _made += 1
    return _made


def count_anew():
    """Counts the locks of programs from 1: the library has made some already."""
    global _made
    _made = 0


class RLock(lock):
    """A lock that its holder may take again; free when released as often."""

    __slots__ = ("_count",)

    def __new__(cls, *args, **kwargs):
        self = lock.__new__(cls)
        self._origin = sys._getframe(1).f_code.co_qualname
        self._count = 0
        if sys._getframe(1).f_code.co_filename.startswith((LIBRARY, "<frozen")):
            self._traced = TRACED_TIMES
        else:
            self._traced = 0
        return self

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock once more; False when it was not to be had (in time)."""
        if self._holder is kernel.current:
            self._count += 1
            return True
        if lock.acquire(self, blocking, timeout):
            self._count = 1
            return True
        return False

    __enter__ = acquire

    def release(self):
        """Undoes one `acquire`. Raises RuntimeError in any thread but the holder."""
        if self._holder is not kernel.current or self._holder is None:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if self._count == 0:
            lock.release(self)

    def __exit__(self, *_):
        self.release()

    def _is_owned(self):
        return self._holder is kernel.current

    def _recursion_count(self):
        return self._count if self._holder is kernel.current else 0

    def _release_save(self):
        if self._holder is not kernel.current:
            raise RuntimeError("cannot release un-acquired lock")
        count, self._count = self._count, 0
        owner = kernel.current.id
        lock.release(self)
        return count, owner

    def _acquire_restore(self, state):
        lock.acquire(self)
        self._count, _ = state

    def _at_fork_reinit(self):
        lock._at_fork_reinit(self)
        self._count = 0

    def __repr__(self):
        state = "unlocked" if self._holder is None else "locked"
        owner = 0 if self._holder is None else self._holder.id
        return f"<{state} {'_thread.RLock' if type(self) is RLock else type(self).__name__} object owner={owner} count={self._count} at {id(self):#x}>"
