"""Pipes between processes, under `multiprocessing.connection`: file descriptors of our own, reading, writing, waiting."""

import errno
import os
import sys
from itertools import count

from pyodide.ffi import to_js

from ..kernel import kernel, system

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Buffer, Iterator

FIRST = 1000
"""Descriptors below are those of files."""

AT_ONCE = 65536
"""How many bytes a pipe holds, as on Linux (pipe(7))."""

BELOW_EVERYTHING = frozenset(("Thread", "BaseProcess", "Finalize"))
"""Classes whose methods call the program, and are not called by it."""

_numbers = count(FIRST)
_open: "dict[int, Descriptor]" = {}
_uses: dict[tuple[int, str], int] = {}
"""How often this process has an end of a pipe open."""


class Descriptor:
    """What one file descriptor stands for: an end of a pipe, one end each of two (a duplex pipe), or a process that one waits for."""

    __slots__ = ("reads", "writes", "process")

    def __init__(
        self, reads: int | None = None, writes: int | None = None, process: tuple[int, int] | None = None
    ) -> None:
        self.reads = reads
        self.writes = writes
        self.process = process
        """Its slot and its pid, since another has that slot later."""

    def ends(self) -> "Iterator[tuple[int, str]]":
        """The ends of pipes that it holds open."""
        if self.reads is not None:
            yield self.reads, "readers"
        if self.writes is not None:
            yield self.writes, "writers"

    def readable(self, mark: bool) -> object:
        """Whether reading would not block, or the process has ended."""
        if self.process is not None:
            return system.call("exitCode", *self.process, mark) is not None
        return system.call("readable", self.reads, mark)


def describe(fd: int) -> Descriptor:
    """The descriptor of that number. Raises OSError when there is none."""
    descriptor = _open.get(fd)
    if descriptor is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return descriptor


def check(fd: int, descriptor: Descriptor) -> None:
    """Raises OSError when another thread has closed it meanwhile: the pipe may be a stranger's by now."""
    if _open.get(fd) is not descriptor:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def adopt(descriptor: Descriptor) -> int:
    """A number for a descriptor whose ends this process has."""
    fd = next(_numbers)
    _open[fd] = descriptor
    for end in descriptor.ends():
        _uses[end] = _uses.get(end, 0) + 1
    return fd


def _new_pipe():
    pipe = system.call("newPipe")
    if pipe == system.NO_ROOM:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
    return pipe


def pipe() -> tuple[int, int]:
    """Two descriptors: what is written to the second can be read from the first."""
    made = _new_pipe()
    return adopt(Descriptor(reads=made)), adopt(Descriptor(writes=made))


def duplex() -> tuple[int, int]:
    """Two descriptors: what is written to one can be read from the other."""
    one, other = _new_pipe(), _new_pipe()
    return adopt(Descriptor(reads=one, writes=other)), adopt(Descriptor(reads=other, writes=one))


def dup(fd: int) -> int:
    """Another number for what a descriptor stands for."""
    return adopt(describe(fd))


def close(fd: int) -> None:
    """Closes a descriptor; the last one of a pipe's end closes this process's end."""
    descriptor = _open.pop(fd, None)
    if descriptor is None:
        return
    for end in descriptor.ends():
        _uses[end] = left = _uses.get(end, 1) - 1
        if left <= 0:
            del _uses[end]
            system.tell("closeEnd", *end)
    if system.memory is not None:
        system.look()


def read(fd: int, size: int) -> bytes:
    """Up to `size` bytes as soon as there are any; none when all writers have closed. Raises OSError (EBADF) for a descriptor that is closed."""
    descriptor = describe(fd)

    def attempt(mark):
        check(fd, descriptor)
        return system.call("read", descriptor.reads, size, mark)

    return system.until(attempt, None, words).to_bytes()


def write(fd: int, data: "Buffer") -> int:
    """Writes some bytes and returns how many, as soon as there is room. Raises BrokenPipeError when nobody can read them."""
    descriptor = describe(fd)
    data = to_js(memoryview(data)[:AT_ONCE])

    def attempt(mark):
        check(fd, descriptor)
        return system.call("write", descriptor.writes, data, mark)

    written = system.until(attempt, None, words)
    if written == system.BROKEN_PIPE:
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
    return written


class Selector:
    """The part of `selectors` that `multiprocessing.connection.wait` uses."""

    def __init__(self):
        self.watched = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.watched.clear()

    def register(self, fileobj, events):
        number = fileobj if isinstance(fileobj, int) else fileobj.fileno()
        self.watched.append((fileobj, describe(number)))

    def select(self, timeout=None):
        """The keys of what can be read now, or within `timeout` seconds (None: at some time)."""

        def ready(mark):
            return [
                (Key(fileobj), 1) for fileobj, descriptor in self.watched if descriptor.readable(mark)
            ] or system.NOT_YET

        deadline = None if timeout is None else kernel.clock() + timeout
        found = system.until(ready, deadline, lambda: words("the processes"))
        return [] if found is system.NOT_YET else found


class Key:
    """What a selector says of one thing that is ready."""

    __slots__ = ("fileobj",)

    def __init__(self, fileobj):
        self.fileobj = fileobj


def words(otherwise: str = "a pipe") -> str:
    """What the running thread waits for, for the trace: what the program has called of the library, `Queue.get` for example."""
    frame = sys._getframe(1)
    found = otherwise
    while frame is not None and frame.f_code.co_filename.startswith((kernel.FOLDER, "/lib/python3")):
        if frame.f_code.co_filename.startswith("/lib/python3"):
            owner, _, name = frame.f_code.co_qualname.partition(".")
            if name and not owner.startswith("_") and not name.startswith("_") and owner not in BELOW_EVERYTHING:
                found = f"{owner}.{name}"
        frame = frame.f_back
    return found
