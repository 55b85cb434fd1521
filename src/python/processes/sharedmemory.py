"""`multiprocessing.shared_memory`: blocks of bytes that processes find by name.

Each process has a memory of its own, so that a block cannot lie where a memoryview would have it. `sharedview.View` stands for that: what is read through it is fetched, and what
is written is sent, at once. Where C code asks for the bytes (`struct.pack_into`, `bytes(block.buf)`), it gets a copy, which is sent when it is done with it. One that
is kept (`memoryview(block.buf)`, a ctypes object made `from_buffer`) is brought up to date each time that this process does what others could see or has waited for them:
enough for all that is ordered by locks, queues, events and the like, but not for a loop that only looks at the copy.
"""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import errno
import itertools
import os
import sys
import types

from ..kernel import imports, system
from . import regions, sharedview

NO_ROOM = "no {} bytes of shared memory are left in the page"

_uses: dict[int, int] = {}
"""How often this process has a block open."""
_opened: "dict[int, Block]" = {}
"""The blocks behind descriptors."""
_numbers = itertools.count(500)


def _error(number, *rest):
    return OSError(number, os.strerror(number), *rest)


class Block(regions.Region):
    """A block that this process has open; stands where `mmap.mmap` does."""

    def __init__(self, block: int) -> None:
        super().__init__()
        self.block = block
        _uses[block] = _uses.get(block, 0) + 1

    def map(self):
        """Looks where it lies; now it has its size."""
        self.place = system.call("blockPlace", self.block)
        self.size = system.call("blockSize", self.block)
        return self

    def close(self):
        """Closes it. Raises BufferError while there is a view of it."""
        if self.closed:
            return
        if self.views > 0:
            raise BufferError("cannot close exported pointers exist")
        self.closed = True
        _uses[self.block] -= 1
        if _uses[self.block] == 0:
            del _uses[self.block]
            system.tell("closeBlock", self.block)


def shm_open(path, flags, mode=0o777):
    """A descriptor of the block of that name. Raises OSError as shm_open(3) does."""
    _check_path(path)
    block = system.call("createBlock" if flags & os.O_CREAT else "openBlock", path)
    if block == system.NAME_TAKEN and not flags & os.O_EXCL:
        block = system.call("openBlock", path)
    if block in _FAULTS:
        raise _error(_FAULTS[block], path)
    fd = next(_numbers)
    _opened[fd] = Block(block)
    return fd


_FAULTS = {system.NAME_TAKEN: errno.EEXIST, system.UNKNOWN: errno.ENOENT, system.NO_ROOM: errno.ENFILE}


def _check_path(path):
    if "\0" in path:
        raise ValueError("embedded null character")


def shm_unlink(path):
    """Takes the name away; the block goes when no process has it open. Raises OSError where no block has the name."""
    _check_path(path)
    if not system.call("unlinkBlock", path):
        raise _error(errno.ENOENT, path)


class Files:
    """The parts of `os` that `SharedMemory` asks about its descriptors."""

    O_RDWR, O_CREAT, O_EXCL, name = os.O_RDWR, os.O_CREAT, os.O_EXCL, "posix"

    @staticmethod
    def ftruncate(fd, size):
        """Gives a new block its size."""
        if not system.call("sizeBlock", _opened[fd].block, size):
            raise OSError(errno.ENOSPC, NO_ROOM.format(size))

    @staticmethod
    def fstat(fd):
        """How large a block is."""
        return types.SimpleNamespace(st_size=_opened[fd].map().size)

    @staticmethod
    def close(fd):
        """Called when its memory has been closed."""
        _opened.pop(fd).close()


def _change(module):
    module.os = Files
    module.mmap = types.SimpleNamespace(mmap=lambda fd, size: _opened[fd])
    module.memoryview = sharedview.View


def _track_nothing(module):
    """CPython's tracker is a process of its own, which unlinks what a program has left. Here nothing outlives the program."""
    module.ensure_running = module.register = module.unregister = lambda *_: None


def install() -> None:
    """Called once, when Python has started."""
    posix = types.ModuleType("_posixshmem")
    posix.shm_open, posix.shm_unlink = shm_open, shm_unlink
    sys.modules["_posixshmem"] = posix
    sharedview.View.__name__ = sharedview.View.__qualname__ = "memoryview"
    imports.after("multiprocessing.shared_memory", _change)
    imports.after("multiprocessing.resource_tracker", _track_nothing)
