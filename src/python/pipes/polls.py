"""`select`, `poll`, `epoll` and selectors on them, for pipes of this process and for those between processes."""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import errno
import os
import select as real_select
import selectors

from ..kernel import kernel, system
from . import parking, pipes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..kernel.hosts import Obstacle

_poll = real_select.poll


class Watch:
    """Descriptors, and what one waits for at each."""

    def __init__(self) -> None:
        self.real = _poll()
        self.shared: dict[int, int] = {}
        """Those of pipes between processes."""

    def register(self, fd, events):
        if fd >= pipes.FIRST:
            self.shared[fd] = events
        else:
            self.real.register(fd, events)

    modify = register

    def unregister(self, fd):
        if fd >= pipes.FIRST:
            del self.shared[fd]
        else:
            self.real.unregister(fd)

    def ready(self, mark: bool = False) -> list[tuple[int, int]]:
        """What `poll` says at this moment, as pairs of a descriptor and its events."""
        found = self.real.poll(0)
        for fd, events in self.shared.items():
            if fd not in pipes._open:
                found.append((fd, real_select.POLLNVAL))
            elif events & real_select.POLLOUT and pipes._open[fd].writes is not None:
                found.append((fd, real_select.POLLOUT))
            elif events & real_select.POLLIN and pipes.describe(fd).readable(mark) is True:
                found.append((fd, real_select.POLLIN))
        return found

    def wait(
        self,
        deadline: float | None,
        words: str = parking.FOR_DATA,
        blocked_on: "Obstacle | None" = None,
        enough: "Callable[[], bool]" = lambda: False,
    ) -> list[tuple[int, int]]:
        """What `ready` says as soon as that is anything, or at the deadline, or when the thread has been woken and `enough()` is true."""
        me = kernel.current
        while True:
            seen = parking.page.changes
            if self.shared:
                system._waiting[me] = False
            try:
                found = self.ready(bool(self.shared))
                if found or deadline is not None and kernel.clock() >= deadline:
                    return found
                kernel.busy = True
                if enough():
                    return found
                if not system._waiting.get(me):
                    parking.park(seen, deadline, words, blocked_on, bool(self.shared))
            finally:
                kernel.busy = False
                system._waiting.pop(me, None)


def _number(thing):
    """The descriptor that a program means."""
    if isinstance(thing, int):
        number = thing
    else:
        fileno = getattr(thing, "fileno", None)
        if fileno is None:
            raise TypeError("argument must be an int, or have a fileno() method.")
        number = fileno()
        if not isinstance(number, int):
            raise TypeError("fileno() returned a non-integer")
    if number < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({number})")
    return number


def select(rlist, wlist, xlist, timeout=None, /):
    """`select.select`."""
    if timeout is not None:
        if not isinstance(timeout, (int, float)):
            raise TypeError("timeout must be a float or None")
        if timeout < 0:
            raise ValueError("timeout must be non-negative")
    lists = []
    for things in (rlist, wlist, xlist):
        try:
            lists.append([(_number(thing), thing) for thing in list(things)] if things is not None else list(things))  # pyright: ignore[reportArgumentType]
        except TypeError as error:
            raise TypeError("arguments 1-3 must be sequences" if "iter" in str(error) else str(error)) from None
    events = {}
    for things, event in zip(lists, (real_select.POLLIN, real_select.POLLOUT, real_select.POLLPRI)):
        for fd, _ in things:
            events[fd] = events.get(fd, 0) | event
    watch = Watch()
    for fd, wanted in events.items():
        watch.register(fd, wanted)
    found = dict(watch.wait(None if timeout is None else kernel.clock() + timeout, "select"))
    if any(event & real_select.POLLNVAL for event in found.values()):
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    reads = real_select.POLLIN | real_select.POLLHUP | real_select.POLLERR
    writes = real_select.POLLOUT | real_select.POLLERR
    return tuple(
        [thing for fd, thing in things if found.get(fd, 0) & mask]
        for things, mask in zip(lists, (reads, writes, real_select.POLLPRI))
    )


class poll:
    """`select.poll`."""

    def __init__(self):
        self._events = {}

    def register(self, fd, eventmask=real_select.POLLIN | real_select.POLLPRI | real_select.POLLOUT, /):
        self._events[_number(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        if (number := _number(fd)) not in self._events:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        self._events[number] = eventmask

    def unregister(self, fd, /):
        del self._events[_number(fd)]

    def poll(self, timeout=None, /):
        if timeout is not None and not isinstance(timeout, (int, float)):
            raise TypeError("timeout must be an integer or None")
        watch = Watch()
        for fd, wanted in self._events.items():
            watch.register(fd, wanted)
        return watch.wait(None if timeout is None or timeout < 0 else kernel.clock() + timeout / 1000, "poll")


class epoll:
    """`select.epoll`, as far as it looks at the level; a program that asks for edges reads until there is nothing more, anyway."""

    def __init__(self, sizehint=-1, flags=0):
        self._events = {}
        self.closed = False

    def close(self):
        self.closed = True
        self._events.clear()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def fileno(self):
        raise OSError(errno.ENOSYS, "an epoll of the page has no descriptor of its own")

    def _number(self, fd, known):
        if self.closed:
            raise ValueError("I/O operation on closed epoll object")
        number = _number(fd)
        if (number in self._events) != known:
            wrong = errno.ENOENT if known else errno.EEXIST
            raise OSError(wrong, os.strerror(wrong))
        return number

    def register(self, fd, eventmask=real_select.POLLIN | real_select.POLLPRI | real_select.POLLOUT):
        self._events[self._number(fd, False)] = eventmask

    def modify(self, fd, eventmask):
        self._events[self._number(fd, True)] = eventmask

    def unregister(self, fd):
        del self._events[self._number(fd, True)]

    def poll(self, timeout=None, maxevents=-1):
        watch = Watch()
        for fd, wanted in self._events.items():
            watch.register(fd, wanted & 0xFFFF)
        found = watch.wait(None if timeout is None or timeout < 0 else kernel.clock() + timeout, "epoll")
        for fd, _ in found:
            if self._events[fd] & EPOLLONESHOT:
                self._events[fd] = 0
        return found[:maxevents] if maxevents > 0 else found


EPOLLONESHOT = 1 << 30
_EPOLL = {
    f"EPOLL{name}": getattr(real_select, f"POLL{name}")
    for name in "IN OUT PRI ERR HUP RDHUP RDNORM RDBAND WRNORM WRBAND MSG".split()
}
_EPOLL |= {"EPOLLET": 1 << 31, "EPOLLONESHOT": EPOLLONESHOT, "EPOLLEXCLUSIVE": 1 << 28, "EPOLL_CLOEXEC": 0o2000000}


def as_keys(selector, found):
    """What `select` of a selector answers, from descriptors with their events, as `_PollLikeSelector.select` in Lib/selectors.py makes it."""
    ready = []
    for fd, event in found:
        key = selector._fd_to_key.get(fd)
        if key is not None:
            events = (selectors.EVENT_WRITE if event & ~real_select.POLLIN else 0) | (
                selectors.EVENT_READ if event & ~real_select.POLLOUT else 0
            )
            ready.append((key, events & key.events))
    return ready


class EpollSelector(selectors._PollLikeSelector):
    """Epoll-based selector."""

    _selector_cls = epoll
    _EVENT_READ = real_select.POLLIN
    _EVENT_WRITE = real_select.POLLOUT

    def fileno(self):
        return self._selector.fileno()

    def select(self, timeout=None):
        return as_keys(self, self._selector.poll(None if timeout is None else max(timeout, 0)))

    def close(self):
        self._selector.close()
        super().close()


poll.__module__ = epoll.__module__ = "select"
EpollSelector.__module__ = "selectors"


def install() -> None:
    """Called once, when Python has started."""
    real_select.select = select
    real_select.poll = poll
    real_select.epoll = epoll
    vars(real_select).update(_EPOLL)
    selectors.EpollSelector = selectors.DefaultSelector = EpollSelector
    selectors.SelectSelector._select = staticmethod(select)
    selectors.PollSelector._selector_cls = poll
