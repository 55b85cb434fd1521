"""The pipes of `os.pipe()` within one process, `select` and `poll`: who reads from an empty pipe or writes to a full one waits, and the others go on.

The pipes are Emscripten's, with real descriptors (src/workers/python/pipes.ts). They never wait: C code fails with EAGAIN instead. What Python programs
call of `os`, `select` and `open` stands here in its place, and parks the thread until there is news of a pipe. The descriptors of `multiprocessing`
(pipes.py) can be waited for as well.
"""

import builtins
import errno
import io
import os
import select as real_select
import selectors
import signal
import stat
import sys

from ..kernel import kernel, system, trace
from . import pipes

FOR_DATA = "data from a pipe"
FOR_ROOM = "room in a pipe"
KILLED_BY_SIGPIPE = 128 + signal.SIGPIPE
NO_FIFO = (
    "there are no named pipes in the page: use os.pipe() between threads, multiprocessing.Pipe() between processes"
)

_page = None
"""The page's side of the pipes."""
_waiting = {}
"""Who waits for news of a pipe, and how many changes there were when it last looked."""
_read, _write, _readv, _writev, _close, _set_blocking, _pipe = (
    os.read,
    os.write,
    os.readv,
    os.writev,
    os.close,
    os.set_blocking,
    os.pipe,
)
_poll = real_select.poll
_open = io.open


def _glance():
    """Busy. Wakes those for whom there is news; at every hand-over while anybody waits."""
    changes = _page.changes
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


def _park(seen, deadline, words, blocked_on=None, shared=False):
    """Busy. Parks until something has changed since `seen`, until somebody wakes the thread, or until the clock reaches `deadline`."""
    if _page.changes != seen:
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

    def __init__(self, words):
        self.words = words

    def describe(self, waiter):
        return f"for {self.words}"


def _retry(call, fd, words):
    """Calls until it need not wait any more."""
    while True:
        seen = _page.changes
        try:
            return call()
        except BlockingIOError:
            if not _page.blocks(fd):
                raise
        kernel.busy = True
        try:
            _park(seen, None, words)
        finally:
            kernel.busy = False


def read(fd, length, /):
    """`os.read`."""
    if fd in pipes._open:
        return pipes.read(fd, length)
    return _retry(lambda: _read(fd, length), fd, FOR_DATA)


def readv(fd, buffers, /):
    """`os.readv`."""
    return _retry(lambda: _readv(fd, buffers), fd, FOR_DATA)


def write(fd, data, /):
    """`os.write`."""
    if fd in pipes._open:
        return pipes.write(fd, data)
    if fd in (1, 2) and not isinstance(data, str) and stat.S_ISCHR(os.fstat(fd).st_mode):
        return (sys.__stdout__ if fd == 1 else sys.__stderr__).buffer.write(data)
    return _write_all(lambda rest: _write(fd, rest), fd, data)


def writev(fd, buffers, /):
    """`os.writev`."""
    if not _page.blocks(fd):
        return _writev(fd, buffers)
    return write(fd, b"".join(buffers))


def _write_all(call, fd, data):
    """Where a pipe is to block, its writer waits until all is written."""
    written = 0
    while True:
        try:
            written += _retry(lambda: call(memoryview(data).cast("B")[written:] if written else data), fd, FOR_ROOM)
        except BrokenPipeError:
            _signal_broken()
            if written == 0:
                raise
            return written
        if written >= memoryview(data).nbytes or not _page.blocks(fd):
            return written


def _signal_broken():
    """SIGPIPE, which Python ignores unless the program has said something else."""
    wanted = signal.getsignal(signal.SIGPIPE)
    if wanted is signal.SIG_DFL:
        kernel.exit_at_once(KILLED_BY_SIGPIPE)
    if callable(wanted):
        signal.raise_signal(signal.SIGPIPE)


def close(fd):
    """`os.close`."""
    if fd in pipes._open:
        pipes.close(fd)
    else:
        _close(fd)


def set_blocking(fd, blocking, /):
    """`os.set_blocking`: Emscripten's own cannot put blocking back."""
    _set_blocking(fd, blocking)
    _page.setBlocking(fd, bool(blocking))


def get_blocking(fd, /, real=os.get_blocking):
    """`os.get_blocking`."""
    return _page.blocks(fd) if _page.isPipe(fd) else real(fd)


def pipe():
    """`os.pipe`. From now on `open` must know of pipes."""
    ends = _pipe()
    builtins.open = io.open = open_any
    return ends


def pipe2(flags, /):
    """`os.pipe2`, of which only O_NONBLOCK matters here."""
    ends = pipe()
    if flags & os.O_NONBLOCK:
        for fd in ends:
            set_blocking(fd, False)
    return ends


def mkfifo(path, mode=0o666, *, dir_fd=None):
    """`os.mkfifo`."""
    raise OSError(errno.ENOSYS, NO_FIFO)


def open_any(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """`open`, which for a pipe's descriptor gives a file that waits."""
    if type(file) is not int or not _page.isPipe(file):
        return _open(file, mode, buffering, encoding, errors, newline, closefd, opener)
    # It knows which arguments go together, and complains as it always does.
    probe = _open(file, mode, buffering, encoding, errors, newline, False)
    reads = "r" in mode
    raw = FileIO(file, "r" if reads else "w", closefd)
    if buffering == 0:
        return raw
    kind = BufferedReader if reads else BufferedWriter
    buffered = kind(raw, buffering) if buffering > 1 else kind(raw)
    if "b" in mode:
        return buffered
    text = io.TextIOWrapper(buffered, probe.encoding, errors, newline, buffering == 1)
    text.mode = mode
    return text


class FileIO(io.FileIO):
    """A pipe's end, unbuffered."""

    def readinto(self, buffer, /):
        while True:
            seen = _page.changes
            found = super().readinto(buffer)
            if found is not None or not _page.blocks(self.fileno()):
                return found
            kernel.busy = True
            try:
                _park(seen, None, FOR_DATA)
            finally:
                kernel.busy = False

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def readall(self):
        found = []
        while piece := self.read(io.DEFAULT_BUFFER_SIZE):
            found.append(piece)
        return b"".join(found) if found or piece is not None else None

    def write(self, data, /):
        real = super().write

        def attempt(rest):
            written = real(rest)
            if written is None:
                raise BlockingIOError
            return written

        try:
            return _write_all(attempt, self.fileno(), data)
        except BlockingIOError:
            return None

    def __repr__(self):
        return "<_io." + super().__repr__()[1:]


def _one_at_a_time(cls):
    """While one thread waits within such a method of C, another must not enter it: there it would be an error, and not a wait."""
    for name in ("read", "read1", "readinto", "readinto1", "readline", "peek", "write", "flush", "close", "detach"):
        real = getattr(cls.__base__, name, None)
        if real is None:
            continue

        def method(self, *args, real=real):
            with self._lock:
                return real(self, *args)

        method.__name__ = name
        setattr(cls, name, method)
    return cls


class _Buffered:
    def __init__(self, raw, *size):
        import threading

        self._lock = threading.RLock()
        self._lock._traced = 1 << 30
        super().__init__(raw, *size)

    def __repr__(self):
        return "<_io." + super().__repr__()[1:]


class BufferedReader(_Buffered, io.BufferedReader):
    """Reads from a pipe."""


class BufferedWriter(_Buffered, io.BufferedWriter):
    """Writes to a pipe."""


class Watch:
    """Descriptors, and what one waits for at each."""

    def __init__(self):
        self.real = _poll()
        self.shared = {}
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

    def ready(self, mark=False):
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

    def wait(self, deadline, words=FOR_DATA, blocked_on=None, enough=lambda: False):
        """The same as soon as there is any, or at the deadline, or when somebody has woken the thread and there is enough."""
        me = kernel.current
        while True:
            seen = _page.changes
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
                    _park(seen, deadline, words, blocked_on, bool(self.shared))
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
            lists.append([(_number(thing), thing) for thing in list(things)] if things is not None else list(things))
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
    """`select.epoll`, as far as it looks at the level; who has asked for edges reads until there is nothing more, anyway."""

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
    """What `select` of a selector answers, from descriptors with their events."""
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
_one_at_a_time(BufferedReader)
_one_at_a_time(BufferedWriter)


def sample():
    """A descriptor of a pipe, by which the page finds what all of them do."""
    global _sample
    _sample = _pipe()
    return _sample[0]


_sample = ()


def connect(page):
    """Called once, when Python has started, with the page's side."""
    global _page
    _page = page
    for fd in _sample:
        _close(fd)
    for function in (read, readv, write, writev, close, set_blocking, get_blocking, pipe, pipe2, mkfifo):
        function.__module__ = "posix"
        setattr(os, function.__name__, function)
    for cls in (FileIO, BufferedReader, BufferedWriter):
        cls.__module__ = "_io"
    open_any.__name__ = open_any.__qualname__ = "open"
    open_any.__module__ = "_io"
    real_select.select = select
    real_select.poll = poll
    real_select.epoll = epoll
    vars(real_select).update(_EPOLL)
    selectors.EpollSelector = selectors.DefaultSelector = EpollSelector
    selectors.SelectSelector._select = staticmethod(select)
    selectors.PollSelector._selector_cls = poll
