"""What a program sees as its standard input and output: text goes to the page in batches, with the thread that wrote it."""

import codecs
import io
import sys

from . import kernel
from .tojson import dumps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

SEND_EVERY_S = 0.05
SEND_AT_CHARS = 32_768
MOST_CHARS = 4_000_000
"""How many characters of a run are shown; the rest is dropped, with a word about it."""

NO_STDIN_DESCRIPTOR = (
    "stdin has no descriptor in the page: read it with input(), in asyncio with await asyncio.to_thread(input)"
)

send: "Callable[[str], object] | None" = None
"""Takes a JSON list of [stream, lane, text]."""
muted = False
"""True once the program is over: what its remains say is not heard."""
_pieces: list[tuple[str, str, str]] = []
_chars = 0
_total = 0
_last_sent = 0.0


class Output(io.TextIOBase):
    """`sys.stdout` or `sys.stderr`."""

    def __init__(self, stream):
        self.stream = stream
        self.name = f"<{stream}>"
        self.buffer = Bytes(self)

    encoding = "utf-8"
    errors = "strict"
    mode = "w"

    def writable(self):
        return True

    def fileno(self):
        raise io.UnsupportedOperation("fileno")

    def write(self, text):
        """Adds to what the page will show soon."""
        global _chars, _total
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        me = kernel.current
        # What a stopped program still says while it tidies up is heard; its complaints about being stopped are not.
        if muted or me.doomed is kernel.Killed or me.doomed is not None and self.stream == "stderr" or not text:
            return len(text)
        _total += len(text)
        if _total > MOST_CHARS:
            if _total - len(text) <= MOST_CHARS:
                _pieces.append(("stderr", me.home, f"\nThe page shows the first {MOST_CHARS:,} characters only.\n"))
            return len(text)
        _pieces.append((self.stream, me.home, text))
        _chars += len(text)
        if _chars > SEND_AT_CHARS or kernel.clock() - _last_sent > SEND_EVERY_S:
            flush()
        return len(text)

    def flush(self):
        flush()


class Bytes(io.BufferedIOBase):
    """`sys.stdout.buffer`: what is not UTF-8 is shown as a replacement character."""

    def __init__(self, text):
        self.text = text
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def writable(self):
        return True

    def fileno(self):
        raise io.UnsupportedOperation("fileno")

    def write(self, data):
        data = memoryview(data).tobytes()
        self.text.write(self.decoder.decode(data))
        return len(data)

    def flush(self):
        flush()


class Input(io.TextIOBase):
    """`sys.stdin`: each line is asked of the reader, and only the asking thread waits."""

    name = "<stdin>"
    encoding = "utf-8"
    errors = "strict"
    mode = "r"

    rest = ""
    """What was answered and not yet read."""

    def readable(self):
        return True

    def fileno(self):
        raise io.UnsupportedOperation(NO_STDIN_DESCRIPTOR)

    def readline(self, size=-1):
        """One line with its end, or '' when the reader gives none; at most `size` characters of it, when that is not negative."""
        line, self.rest = self.rest, ""
        line = line or self._ask()
        if size is None or size < 0:
            return line
        # Another thread may have left something meanwhile.
        self.rest = line[size:] + self.rest
        return line[:size]

    def read(self, size=-1):  # pyright: ignore[reportIncompatibleMethodOverride]
        """All that the reader gives, or `size` characters of it, when that is not negative."""
        if size is None or size < 0:
            return "".join(self)
        text = ""
        while len(text) < size and (more := self.readline(size - len(text))):
            text += more
        return text

    def _ask(self):
        if kernel.run_sync is None:
            raise RuntimeError("input() needs a browser that can suspend WebAssembly (JSPI)")
        flush()
        me = kernel.current
        kernel.busy = True
        try:
            kernel.host.ask(me.id, me.home)
            while kernel.wait_outside("input") is None:
                kernel.run_errands()
        except BaseException:
            kernel.host.withdraw(me.id)
            raise
        finally:
            kernel.busy = False
        return kernel.host.takeAnswer(me.id)

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def flush() -> None:
    """Sends all that was written."""
    global _chars, _last_sent
    # No other thread may come between, or the batches would change places.
    was_busy, kernel.busy = kernel.busy, True
    _last_sent = kernel.clock()
    if _pieces and send is not None:
        batch = _pieces[:]
        _pieces.clear()
        _chars = 0
        send(dumps(batch))
    kernel.busy = was_busy


def tick(now: float) -> None:
    """Called often: what was written is seen soon, also where the program goes on computing and writes no more."""
    if _pieces and now - _last_sent > SEND_EVERY_S:
        flush()


def begin(send_pieces: "Callable[[str], object] | None") -> None:
    """Starts afresh for one run."""
    global send, muted, _chars, _total, _last_sent
    send = send_pieces
    muted = False
    _pieces.clear()
    _chars = _total = 0
    _last_sent = 0.0
    sys.stdout, sys.stderr, sys.stdin = Output("stdout"), Output("stderr"), Input()
    sys.__stdout__, sys.__stderr__, sys.__stdin__ = sys.stdout, sys.stderr, sys.stdin
