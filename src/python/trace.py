"""The events of a run, as src/core/trace.ts names them, gathered cheaply and sent to the page in batches."""

from json import dumps
from time import perf_counter as clock

SEND_EVERY_S = 0.08

send = None
"""Takes a JSON list of [seconds, lane, kind, text, more?] in order; set when a run begins."""
_events = []
_add = _events.append
_last_sent = 0.0


def record(at, lane, kind, text):
    """Notes one event; `at` is on `time.perf_counter`'s axis."""
    _add((at, lane, kind, text))


def start(at, lane, kind, name):
    _add((at, lane, "start", name, kind))


def end(at, lane, reason=None):
    _add((at, lane, "end", reason))


def tick(now):
    """Called often; sends what has gathered when it is time."""
    if now - _last_sent > SEND_EVERY_S:
        flush()


def flush():
    """Busy. Sends all that has gathered."""
    global _last_sent
    _last_sent = clock()
    if _events and send is not None:
        batch = _events[:]
        _events.clear()
        send(dumps(batch))


def clear():
    _events.clear()
