"""Locks of the scheduled mode: the kernel's own classes with other methods, for as long as runs are made.

So whatever the standard library builds on locks (conditions, semaphores, queues, pools) follows. A release within the library is no switch point
of its own: whoever wants the lock can as well be chosen after it.
"""

import sys

from ..kernel import kernel
from ..threads import locks
from . import primitives, scheduler
from .actors import Actor, actors


def _new(cls, *args, **kwargs):
    self = object.__new__(cls)
    self._holder = self._waiters = self._noted = self._owner = None
    self._traced = locks.TRACED_TIMES
    self._waiter = sys._getframe(1).f_code.co_qualname == "Condition.wait"
    # What it is a part of, for those who are told of it.
    self._origin = getattr(sys._getframe(1).f_locals["self"], "_scheduled", "") if self._waiter else ""
    me = scheduler.running
    if me is None:
        locks._made += 1
        self._number = locks._made
        self._name = f"library lock {self._number}"
    else:
        me.made += 1
        self._number = me.made
        if scheduler.locks_made is not None:
            scheduler.locks_made.append(self)
        self._name = (
            f"lock {me.number}.{me.made}"
            if not self._waiter
            else f"wait of {me.number} for {_lock_of_condition(sys._getframe(1))}"
        )
    return self


def _lock_of_condition(frame):
    return getattr(frame.f_locals["self"]._lock, "_name", "a lock")


def _new_rlock(cls, *args, **kwargs):
    self = _new(cls)
    self._waiter = False
    self._count = 0
    return self


def lets(self, actor):
    """Whether somebody who wants it can have it."""
    return self._holder is None


def _acquire(self, blocking, timeout):
    me = scheduler.running
    if me is None:
        self._holder = kernel.current
        return True
    deadline = _deadline(blocking, timeout)
    name = self._name
    if self._waiter and self._holder is None and self._owner is None:
        # A condition makes its lock held before anybody else knows it.
        self._owner = me
        self._holder = me.strand
        return True
    # In CPython it is a function in C, before which nothing looks whether to switch, and which lets others run only where it has to wait.
    at_once = scheduler.gil and scheduler.called_by_program()
    if at_once:
        me.ops += 1
    elif deadline == -1 or deadline is not None:
        scheduler.operation(me, None)
    else:
        scheduler.operation(me, ((name, "acquire"),), self)
    if scheduler.over is not None:
        raise kernel.Killed
    if self._holder is None:
        self._holder = me.strand
        scheduler.did.append((name, "try" if at_once or deadline is not None else "acquire"))
        return True
    scheduler.did.append((name, "fail", 1))
    if deadline == -1:
        return False
    late = None if deadline is None else ((name, "timeout" if self._waiter else "fail", 1),)
    # Where time is free, who waits for a lock with a timeout does not block.
    kind = "try" if scheduler.free and late is not None and not self._waiter else "acquire"
    if not scheduler.block(me, self, ((name, kind),), deadline, late):
        scheduler.did.extend((*me.passed, *late))
        return False
    self._holder = me.strand
    scheduler.did.append((name, kind))
    return True


def _deadline(blocking, timeout):
    """In virtual time; None for never, -1 for at once."""
    if timeout == -1:
        return None if blocking else -1
    if not blocking:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout != timeout:
        raise ValueError("Invalid value NaN (not a number)")
    if timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > locks.TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    if timeout == 0:
        return -1
    scheduler.look_at_clock()
    return scheduler.now + timeout


def release(self, *_):
    """Frees the lock, which any thread may do."""
    me = scheduler.running
    if me is None or scheduler.over is not None:
        self._holder = None
        return
    if self._holder is None:
        scheduler.did.append((self._name, "fail"))
        raise RuntimeError("release unlocked lock")
    self._holder = None
    scheduler.did.append((self._name, "release", 1))


def acquire(self, blocking=True, timeout=-1):
    """Takes the lock; False when it was not to be had (in time)."""
    return _acquire(self, blocking, timeout)


def locked(self):
    """Whether anybody holds it."""
    me = scheduler.running
    if me is not None:
        if not (scheduler.gil and scheduler.called_by_program()):
            scheduler.operation(me, None)
        scheduler.did.append((self._name, "fail", 1) if self._holder is not None else (self._name, "read"))
    return self._holder is not None


def is_owned(self):
    """What a condition asks of its lock: whether anybody holds it."""
    if scheduler.running is not None:
        # Also of the holder's: somebody else may have released it.
        scheduler.did.append((self._name, "fail", 1) if self._holder is not None else (self._name, "read"))
    return self._holder is not None


def acquire_again(self, blocking=True, timeout=-1):
    """Takes the lock once more; False when it was not to be had (in time)."""
    if self._holder is kernel.current:
        self._count += 1
        scheduler.did.append((self._name, "again"))
        return True
    if _acquire(self, blocking, timeout):
        self._count = 1
        return True
    return False


def release_one(self, *_):
    """Undoes one `acquire`. Raises RuntimeError in any thread but the holder."""
    if self._holder is not kernel.current:
        scheduler.did.append((self._name, "fail"))
        raise RuntimeError("cannot release un-acquired lock")
    if self._count > 1:
        self._count -= 1
        scheduler.did.append((self._name, "again"))
        return
    release(self)
    self._count = 0


def _release_save(self):
    if self._holder is not kernel.current:
        raise RuntimeError("cannot release un-acquired lock")
    count, self._count = self._count, 0
    release(self)
    return count, kernel.current.id


def _acquire_restore(self, state):
    _acquire(self, True, -1)
    self._count = state[0]


def holders(self):
    """Who would have to release it, by number; nobody in particular for a condition."""
    if self._waiter:
        return []
    return [actor.number for actor in actors if actor.strand is self._holder and type(actor) is Actor]


def install():
    """Puts these methods where the kernel's are; returns what puts those back."""
    lock, rlock = locks.lock, locks.RLock
    changes = (
        (
            lock,
            {
                "__new__": _new,
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
                "object": property(lambda self: self._name),
                "told": property(lambda self: (self._waiter and self._origin) or self._name),
                "waiting": property(lambda self: "wake" if self._waiter else "acquire"),
            },
        ),
        (
            rlock,
            {
                "__new__": _new_rlock,
                "acquire": acquire_again,
                "__enter__": acquire_again,
                "release": release_one,
                "__exit__": release_one,
                "_is_owned": locks.RLock._is_owned,
                "_release_save": _release_save,
                "_acquire_restore": _acquire_restore,
            },
        ),
        *primitives.changes(),
    )
    before = []
    for cls, methods in changes:
        for name, value in methods.items():
            before.append((cls, name, vars(cls).get(name)))
            setattr(cls, name, staticmethod(value) if name == "__new__" else value)

    def restore():
        for cls, name, value in before:
            if value is None:
                delattr(cls, name)
            else:
                setattr(cls, name, value)

    return restore
