"""Locks of the scheduled mode: the kernel's own classes with other methods, for as long as runs are made.

So whatever the standard library builds on locks (conditions, semaphores, queues, pools) follows. A release within the library is no switch point
of its own: a thread that wants the lock can as well be chosen after it.
"""

import sys

from ..kernel import kernel
from ..threads import locks
from . import names, primitives, scheduler
from .accesses import SHUT
from .actors import Actor, actors
from .ourframes import keeps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .patches import Patches


def _new(cls, *args, **kwargs):
    self = object.__new__(cls)
    self._holder = self._waiters = self._noted = self._owner = None
    self._traced = locks.TRACED_TIMES
    maker = sys._getframe(1)
    self._waiter = maker.f_code.co_qualname == "Condition.wait"
    # What it is a part of, to be told of instead of it.
    self._origin = getattr(maker.f_locals["self"], "_scheduled", "") if self._waiter else ""
    run = scheduler.run
    me = run.running
    if me is None:
        self._number = locks.next_number()
        self._name = names.library_lock(self._number)
    else:
        me.made += 1
        self._number = me.made
        if run.watcher is not None:
            run.watcher.locks.append(self)
        self._name = (
            names.lock(me.number, me.made) if not self._waiter else names.wait(me.number, _lock_of_condition(maker))
        )
    return self


def _lock_of_condition(frame):
    lock = frame.f_locals["self"]._lock
    return name_of(lock) if hasattr(lock, "_name") else names.SOME_LOCK


def name_of(lock: locks.lock) -> str:
    """The name of one of the kernel's locks in accesses and waits."""
    return lock._name or names.EARLIER_LOCKS


def _new_rlock(cls, *args, **kwargs):
    self = _new(cls)
    self._waiter = False
    self._count = 0
    return self


def lets(self, actor):
    """Whether an actor that wants the lock can have it."""
    return self._holder is None


@keeps("self", "blocking", "timeout")
def _acquire(self, blocking, timeout):
    run = scheduler.run
    me = run.running
    if me is None:
        self._holder = kernel.current
        return True
    deadline = _deadline(blocking, timeout)
    name = name_of(self)
    if self._waiter and self._holder is None and self._owner is None:
        # A condition makes its lock held before any other thread knows it.
        self._owner = me
        self._holder = me.strand
        return True
    # In CPython it is a function in C, before which nothing looks whether to switch, and which lets others run only where it has to wait.
    at_once = scheduler.batch.gil and scheduler.called_by_program()
    if at_once:
        me.ops += 1
    elif deadline is not None:
        scheduler.operation(me, None)
    else:
        scheduler.operation(me, ((name, "acquire"),), self)
    if run.over is not None:
        raise kernel.Killed
    if self._holder is None:
        self._holder = me.strand
        run.did.append((name, "try" if at_once or deadline is not None else "acquire"))
        return True
    run.did.append((name, "fail", SHUT))
    if deadline == AT_ONCE:
        return False
    late = None if deadline is None else ((name, "timeout" if self._waiter else "fail", SHUT),)
    # Where time is free, a thread that waits for a lock with a timeout does not block.
    kind = "try" if scheduler.batch.free and late is not None and not self._waiter else "acquire"
    if not scheduler.block(me, self, ((name, kind),), deadline, late):
        run.did.extend((*me.passed, *late))  # pyright: ignore[reportOptionalIterable]
        return False
    self._holder = me.strand
    run.did.append((name, kind))
    return True


AT_ONCE = -1
"""Stands for the deadline of a call that does not wait."""


def _deadline(blocking, timeout):
    """When a call gives up, in virtual time (seconds); None for never. Raises what `acquire` raises for such arguments."""
    if timeout == -1:
        return None if blocking else AT_ONCE
    if not blocking:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout != timeout:
        raise ValueError("Invalid value NaN (not a number)")
    if timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > locks.TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    if timeout == 0:
        return AT_ONCE
    scheduler.look_at_clock()
    return scheduler.run.now + timeout


def release(self, *_):
    """Frees the lock, which any thread may do. Raises RuntimeError where nobody holds it."""
    run = scheduler.run
    if run.running is None or run.over is not None:
        self._holder = None
        return
    if self._holder is None:
        run.did.append((name_of(self), "fail"))
        raise RuntimeError("release unlocked lock")
    self._holder = None
    run.did.append((name_of(self), "release", SHUT))


@keeps("self", "blocking", "timeout")
def acquire(self, blocking=True, timeout=-1):
    """Takes the lock; False when it was not to be had (within `timeout` seconds)."""
    return _acquire(self, blocking, timeout)


@keeps("self")
def locked(self):
    """Whether anybody holds it."""
    run = scheduler.run
    if run.running is not None:
        if not (scheduler.batch.gil and scheduler.called_by_program()):
            scheduler.operation(run.running, None)
        run.did.append(_look(self))
    return self._holder is not None


def is_owned(self):
    """What a condition asks of its lock: whether anybody holds it."""
    run = scheduler.run
    if run.running is not None:
        # Also of the holder's: another thread may have released it.
        run.did.append(_look(self))
    return self._holder is not None


def _look(self):
    """The access of a thread that looks whether the lock is held."""
    return (name_of(self), "read") if self._holder is None else (name_of(self), "fail", SHUT)


@keeps("self", "blocking", "timeout")
def acquire_again(self, blocking=True, timeout=-1):
    """`RLock.acquire`: takes the lock, or takes it once more; False when it was not to be had (within `timeout` seconds)."""
    if self._holder is kernel.current:
        self._count += 1
        scheduler.run.did.append((name_of(self), "again"))
        return True
    if _acquire(self, blocking, timeout):
        self._count = 1
        return True
    return False


def release_one(self, *_):
    """`RLock.release`: undoes one `acquire`. Raises RuntimeError in any thread but the holder."""
    if self._holder is not kernel.current:
        scheduler.run.did.append((name_of(self), "fail"))
        raise RuntimeError("cannot release un-acquired lock")
    if self._count > 1:
        self._count -= 1
        scheduler.run.did.append((name_of(self), "again"))
        return
    release(self)
    self._count = 0


def _release_save(self):
    if self._holder is not kernel.current:
        raise RuntimeError("cannot release un-acquired lock")
    count, self._count = self._count, 0
    release(self)
    return count, kernel.current.id


@keeps("self", "state")
def _acquire_restore(self, state):
    _acquire(self, True, -1)
    self._count = state[0]


def holders(self):
    """Who would have to release it, by number; nobody in particular for the lock of a wait."""
    if self._waiter:
        return []
    return [actor.number for actor in actors if actor.strand is self._holder and type(actor) is Actor]


_METHODS = (
    (
        locks.lock,
        {
            "__new__": staticmethod(_new),
            "acquire": acquire,
            "__enter__": acquire,
            "acquire_lock": acquire,
            "release": release,
            "release_lock": release,
            "__exit__": release,
            "locked": locked,
            "locked_lock": locked,
            "_is_owned": is_owned,
            "lets": lets,
            "holders": holders,
            "object": property(lambda self: name_of(self)),
            "told": property(lambda self: (self._waiter and self._origin) or name_of(self)),
            "waiting": property(lambda self: "wake" if self._waiter else "acquire"),
        },
    ),
    (
        locks.RLock,
        {
            "__new__": staticmethod(_new_rlock),
            "acquire": acquire_again,
            "__enter__": acquire_again,
            "release": release_one,
            "__exit__": release_one,
            "_is_owned": locks.RLock._is_owned,
            "_release_save": _release_save,
            "_acquire_restore": _acquire_restore,
        },
    ),
    *primitives.METHODS,
)


def install(patches: "Patches") -> None:
    """Puts these methods where the kernel's are, until the patches are undone."""
    for owner, methods in _METHODS:
        for name, value in methods.items():
            patches.set(owner, name, value)
