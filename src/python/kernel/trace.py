"""The events of a run, as src/core/trace/trace.ts names them, gathered cheaply and sent to the page in batches."""

from time import perf_counter as clock

from .tojson import dumps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

SEND_EVERY_S = 0.08
MOST_EVENTS = 60_000
"""How many events of a run are recorded; then every lane that is still open says so and ends there."""

send: "Callable[[str], object] | None" = None
"""Takes a JSON list of [seconds, lane, kind, text, more?] in order; set when a run begins."""
_events: list[tuple[object, ...]] = []
_add = _events.append
_last_sent = 0.0
_sent = 0
_open: dict[str, None] = {}
"""The lanes that have started and not ended, in order (as keys)."""


def _record(at: float, lane: str, kind: str, text: str) -> None:
    _add((at, lane, kind, text))


record = _record
"""Notes one event; `at` is on `time.perf_counter`'s axis."""


def _forget(at: float, lane: str, kind: str, text: str) -> None:
    pass


def recording() -> bool:
    """Whether events are still noted."""
    return record is _record


def tell(event: "tuple[object, ...]") -> None:
    """Notes an event that has more to it than `record` takes."""
    if record is not _forget:
        _add(event)


def start(at: float, lane: str, kind: str, name: str, loop: str | None = None) -> None:
    """`loop` is the lane of the event loop, for a task's lane."""
    if record is _forget:
        return
    _open[lane] = None
    _add((at, lane, "start", name, kind) if loop is None else (at, lane, "start", name, kind, loop))


def end(at: float, lane: str, reason: str | None = None, stopped: bool = False) -> None:
    """`reason` says why it failed; it was stopped, or finished, where there is none."""
    if record is _forget:
        return
    _open.pop(lane, None)
    _add((at, lane, "end", reason, "stopped") if stopped and reason is None else (at, lane, "end", reason))


def tick(now: float) -> None:
    """Busy. Called often; sends what has gathered when it is time."""
    if now - _last_sent > SEND_EVERY_S:
        flush()


def flush() -> None:
    """Busy. Sends all that has gathered."""
    global _last_sent, _sent, record
    _last_sent = clock()
    _sent += len(_events)
    if _sent > MOST_EVENTS and record is _record:
        record = _forget
        at = _events[-1][0]
        for lane in _open:
            _add((at, lane, "note", f"Recorded up to here: {_sent:,} events"))
            _add((at, lane, "end", None, "stopped"))
    if _events and send is not None:
        batch = _events[:]
        _events.clear()
        send(dumps(batch))


def clear() -> None:
    """Starts afresh for one run."""
    global _sent, record
    _events.clear()
    _open.clear()
    _sent = 0
    record = _record
