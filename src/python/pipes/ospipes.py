"""The pipes of `os.pipe()` within one process: a thread that reads from an empty pipe or writes to a full one waits, and the others go on.

The pipes are Emscripten's, with real descriptors (src/workers/python/pipes.ts). They never wait: C code fails with EAGAIN instead. What Python programs
call of `os` stands here in its place, of `open` in files.py, of `select` in polls.py, and parks the thread until there is news of a pipe. The descriptors of `multiprocessing`
(pipes.py) can be waited for as well.
"""

import builtins
import errno
import io
import os
import stat
import sys

from . import files, parking, pipes, polls

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..kernel.hosts import OsPipes

NO_FIFO = (
    "there are no named pipes in the page: use os.pipe() between threads, multiprocessing.Pipe() between processes"
)

_read, _write, _readv, _writev, _close, _set_blocking, _pipe = (
    os.read,
    os.write,
    os.readv,
    os.writev,
    os.close,
    os.set_blocking,
    os.pipe,
)


def read(fd, length, /):
    """`os.read`."""
    if fd in pipes._open:
        return pipes.read(fd, length)
    return parking.retry(lambda: _read(fd, length), fd, parking.FOR_DATA)


def readv(fd, buffers, /):
    """`os.readv`."""
    return parking.retry(lambda: _readv(fd, buffers), fd, parking.FOR_DATA)


def write(fd, data, /):
    """`os.write`."""
    if fd in pipes._open:
        return pipes.write(fd, data)
    if fd in (1, 2) and not isinstance(data, str) and stat.S_ISCHR(os.fstat(fd).st_mode):
        return (sys.__stdout__ if fd == 1 else sys.__stderr__).buffer.write(data)  # pyright: ignore[reportOptionalMemberAccess]
    return parking.write_all(lambda rest: _write(fd, rest), fd, data)  # pyright: ignore[reportArgumentType]


def writev(fd, buffers, /):
    """`os.writev`."""
    if not parking.page.blocks(fd):
        return _writev(fd, buffers)
    return write(fd, b"".join(buffers))


def close(fd):
    """`os.close`."""
    if fd in pipes._open:
        pipes.close(fd)
    else:
        _close(fd)


def set_blocking(fd, blocking, /):
    """`os.set_blocking`: Emscripten's own cannot put blocking back."""
    _set_blocking(fd, blocking)
    parking.page.setBlocking(fd, bool(blocking))


def get_blocking(fd, /, real=os.get_blocking):
    """`os.get_blocking`."""
    return parking.page.blocks(fd) if parking.page.isPipe(fd) else real(fd)


def pipe():
    """`os.pipe`. From now on `open` must know of pipes."""
    ends = _pipe()
    builtins.open = io.open = files.open_any
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


def sample() -> int:
    """A descriptor of a pipe, by which the page finds what all of them do."""
    global _sample
    _sample = _pipe()
    return _sample[0]


_sample: tuple[int, ...] = ()


def connect(page: "OsPipes") -> None:
    """Called once, when Python has started, with the page's side."""
    parking.connect(page)
    for fd in _sample:
        _close(fd)
    for function in (read, readv, write, writev, close, set_blocking, get_blocking, pipe, pipe2, mkfifo):
        function.__module__ = "posix"
        setattr(os, function.__name__, function)
    for cls in (files.FileIO, files.BufferedReader, files.BufferedWriter):
        cls.__module__ = "_io"
    files.open_any.__name__ = files.open_any.__qualname__ = "open"
    files.open_any.__module__ = "_io"
    polls.install()
