"""Parts of the memory that processes have in common, and copies of them that C code holds."""

from pyodide.ffi import to_js

from ..kernel import system

_copies: "dict[int, Copy]" = {}
"""What C code has of the blocks, by the identity of the copy."""


class Region:
    """`size` bytes of the memory in common, from `place` on."""

    def __init__(self, place: int = 0, size: int = 0) -> None:
        self.place = place
        self.size = size
        self.views = 0
        """How many views and copies of it there are."""
        self.closed = False

    def peek(self, at: int, size: int) -> bytes:
        """`size` bytes, `at` bytes from its begin."""
        if size == 0:
            return b""
        return system.call("peek", self.place + at, size).to_bytes()

    def poke(self, at: int, data: bytes) -> None:
        """Puts these bytes there, `at` bytes from its begin."""
        if data:
            system.call("poke", self.place + at, to_js(data))


class Copy:
    """What C code has of a view, and how it was when it was last in step with the block."""

    def __init__(self, places: int | list[int], memory: Region, copy: bytearray) -> None:
        self.places = places
        """Where its items lie in the block; where the first one lies if they follow each other."""
        self.memory = memory
        self.copy = copy
        self.known = bytes(copy)

    def send(self) -> None:
        """Writes to the block what has been changed in the copy."""
        if self.copy == self.known or self.memory.closed:
            return
        if isinstance(self.places, int):
            for start, end in _differences(self.copy, self.known):
                self.memory.poke(self.places + start, bytes(self.copy[start:end]))
        else:
            size = len(self.copy) // len(self.places)
            for number, at in enumerate(self.places):
                item = bytes(self.copy[number * size : (number + 1) * size])
                if item != self.known[number * size : (number + 1) * size]:
                    self.memory.poke(at, item)
        self.known = bytes(self.copy)

    def fetch(self) -> None:
        """Takes over what others have changed in the block, unless it was changed here since it was last in step."""
        if self.memory.closed or self.copy != self.known:
            return
        if isinstance(self.places, int):
            self.known = self.memory.peek(self.places, len(self.copy))
        else:
            size = len(self.copy) // len(self.places)
            self.known = b"".join(self.memory.peek(at, size) for at in self.places)
        self.copy[:] = self.known


def _differences(one, other, grain=8):
    """Where two texts of bytes differ, in whole grains, so that a number of several bytes is written whole."""
    start = None
    for at in range(0, len(one), grain):
        if one[at : at + grain] != other[at : at + grain]:
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, len(one)


_in_step = False
"""Whether copies are being brought in step: to send them is something that others can see, before which they would be sent."""


def _bring_in_step(fetch):
    global _in_step
    if _in_step:
        return
    _in_step = True
    try:
        for copy in list(_copies.values()):
            copy.send()
            if fetch:
                copy.fetch()
    finally:
        _in_step = False


def keep(copy: Copy) -> None:
    """From now on that copy is kept in step with its block."""
    _copies[id(copy.copy)] = copy
    system.send_copies, system.fetch_copies = lambda: _bring_in_step(False), lambda: _bring_in_step(True)


def give_up(view: memoryview) -> Copy:
    """The copy behind a view that C code is done with."""
    copy = _copies.pop(id(view.obj))
    if not _copies:
        system.send_copies = system.fetch_copies = None
    return copy
