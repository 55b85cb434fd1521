"""`_multiprocessing.SemLock`: the semaphore under all of `multiprocessing.synchronize`."""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import sys
import types

from ..kernel import kernel, system
from ..pipes import pipes

RECURSIVE_MUTEX = 0
"""A kind of `SemLock`, as in Modules/_multiprocessing/semaphore.c; every other is a semaphore."""
SEM_VALUE_MAX = 2147483647
"""As on Linux (`SEM_VALUE_MAX` in limits.h)."""


class SemLock:
    """A semaphore that several processes use, or a lock that one thread may take again. Its errors are those of Modules/_multiprocessing/semaphore.c."""

    SEM_VALUE_MAX = SEM_VALUE_MAX

    def __init__(self, kind, value, maxvalue, name, unlink, number=None):
        if number is None:
            number = system.call("newSemaphore", value, maxvalue)
            if number == system.NO_ROOM:
                raise OSError(28, "No space left on device")
        self._number = number
        self._run = system.run
        self.kind = kind
        self.maxvalue = maxvalue
        self.name = None
        """None: there is nothing to be tidied up by name."""
        self._held = 0
        self._holder: int | None = None

    @classmethod
    def _rebuild(cls, handle, kind, maxvalue, name):
        return cls(kind, 0, maxvalue, name, False, handle)

    @property
    def handle(self):
        """Its number. Asked for when it is pickled for a new process, which may use it from then on."""
        from multiprocessing.context import get_spawning_popen

        popen = get_spawning_popen()
        if popen is not None:
            system.tell("openSemaphore", self._number, popen.slot)
        return self._number

    def acquire(self, block=True, timeout=None):
        """Counts down; False when it is zero and stays zero for `timeout` seconds."""
        if self.kind == RECURSIVE_MUTEX and self._is_mine():
            self._held += 1
            return True
        number = self._number
        # Most are free, and then there is no need for more.
        if system.call("take", number, False) is not True:
            deadline = 0.0 if not block else None if timeout is None else kernel.clock() + max(0.0, timeout)
            taken = system.until(lambda mark: _not_yet(system.call("take", number, mark)), deadline, self._words)
            if taken is system.NOT_YET:
                return False
        elif system.fetch_copies is not None:
            system.fetch_copies()
        self._held += 1
        self._holder = kernel.current.id
        return True

    def release(self):
        """Counts up. Raises AssertionError where another thread holds the lock, ValueError where the semaphore was not taken."""
        if self.kind == RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self._held > 1:
                self._held -= 1
                return
            self._held = 0
            system.call("give", self._number)
            return
        if not system.call("give", self._number):
            raise ValueError("semaphore or lock released too many times")
        self._held -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()

    def _count(self):
        return self._held

    def _is_mine(self):
        return self._held > 0 and self._holder == kernel.current.id

    def _get_value(self):
        return system.call("value", self._number)

    def _is_zero(self):
        return system.call("value", self._number) == 0

    def _after_fork(self):
        self._held = 0

    def _words(self):
        """How the program calls it, if that has a global name for it, or what kind it is."""
        main = sys.modules.get("__main__")
        for name, value in list(vars(main).items()) if main is not None else ():
            if getattr(value, "_semlock", None) is self:
                return name
        return pipes.words("RLock" if self.kind == RECURSIVE_MUTEX else "Lock" if self.maxvalue == 1 else "Semaphore")

    def __del__(self):
        if self._run == system.run:
            system.tell("closeSemaphore", self._number)


def _not_yet(taken):
    return system.NOT_YET if taken is False else taken


def sem_unlink(name):
    """There are no names."""


def module() -> types.ModuleType:
    """What is imported as `_multiprocessing`."""
    made = types.ModuleType("_multiprocessing")
    made.SemLock = SemLock
    made.sem_unlink = sem_unlink
    SemLock.__module__ = "_multiprocessing"
    return made
