"""What `open` makes of a pipe's descriptor: files that park the thread where they would block."""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import io

from ..kernel import kernel
from . import parking

_open = io.open


def open_any(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """`open`, which for a pipe's descriptor gives a file that waits."""
    if type(file) is not int or not parking.page.isPipe(file):
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
            seen = parking.page.changes
            found = super().readinto(buffer)
            if found is not None or not parking.page.blocks(self.fileno()):
                return found
            kernel.busy = True
            try:
                parking.park(seen, None, parking.FOR_DATA)
            finally:
                kernel.busy = False

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def readall(self):  # pyright: ignore[reportIncompatibleMethodOverride]
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
            return parking.write_all(attempt, self.fileno(), data)
        except BlockingIOError:
            return None

    def __repr__(self):
        return "<_io." + super().__repr__()[1:]


def _one_at_a_time(cls):
    """While one thread waits within one of these methods of C, another must not enter it: there it would be an error, and not a wait."""
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
        super().__init__(raw, *size)  # pyright: ignore[reportCallIssue]

    def __repr__(self):
        return "<_io." + super().__repr__()[1:]


class BufferedReader(_Buffered, io.BufferedReader):
    """Reads from a pipe."""


class BufferedWriter(_Buffered, io.BufferedWriter):
    """Writes to a pipe."""


_one_at_a_time(BufferedReader)
_one_at_a_time(BufferedWriter)
