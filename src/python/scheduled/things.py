"""What threads and tasks wait at besides locks: conditions, semaphores, events, barriers and queues, and how each of them waits there. For the stepper: looked at in a run that is watched, and in no other."""

import asyncio
import queue
import threading
from itertools import islice
from weakref import ref

from ..kernel import naming
from .taskactors import TaskActor, lock_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from .actors import Actor

    Told = dict[str, object]

MOST_ITEMS = 20
"""How many items of a queue are told."""
_WAIT = threading.Condition.wait.__code__
_TASK_WAIT = asyncio.Condition.wait.__code__


class Things:
    """The conditions, semaphores, events, barriers and queues of a run that the program can name, in the order in which they were found. Keeps none of them alive."""

    def __init__(self) -> None:
        self._found: "list[tuple[ref[Any], str]]" = []
        """With the names by which they were found first."""

    def look(self, spaces: "Iterable[Mapping[str, object]]") -> None:
        """Notes the things in these namespaces, or near, that are new."""
        known = {id(thing) for thing, _ in self._alive()}
        for name, value in naming.near(spaces, _is_thing):
            # A thread has an event of its own.
            if id(value) not in known and not name.endswith("._started"):
                known.add(id(value))
                self._found.append((ref(value), name))

    def _alive(self) -> "list[tuple[Any, str]]":
        return [(thing, name) for found, name in self._found if (thing := found()) is not None]

    def told(self, text_of: "Callable[[object], str]") -> "list[Told]":
        """Each with its name, its kind, the lock that guards it, and what that kind has: `SharedThing` in src/core/python/pythonSchedules.ts has the fields."""
        return [_told(thing, name, text_of) for thing, name in self._alive()]

    def name_around(self, lock: "Any") -> str | None:
        """The name of the thing that a lock is within, as `jobs.mutex`; None if it is in none."""
        return next((f"{name}._lock" for thing, name in self._alive() if _lock_of(thing) is lock), None)

    def place_of(self, actor: "Actor") -> "Told | None":
        """At which of them a thread or a task stands, in a call of which of its methods, and how: `ThingPlace` in pythonSchedules.ts."""
        for frame in reversed(actor.within):
            owner = frame.f_locals.get("self")
            for index, (thing, _) in enumerate(self._alive()):
                if thing is owner:
                    return {"thing": index, "method": frame.f_code.co_name, "how": _how(actor)}
        return None


def _is_thing(value):
    return _kind_of(value) is not None


def _kind_of(value):
    return next((_KINDS[one] for one in type(value).__mro__ if one in _KINDS), None)


def _told(thing, name, text_of):
    kind, look = _kind_of(thing)  # pyright: ignore[reportGeneralTypeIssues]
    lock = _lock_of(thing)
    return {
        "name": name,
        "kind": kind,
        "tasks": type(thing).__module__.startswith("asyncio"),
        "lock": getattr(lock, "_name", None),
        **look(thing, text_of),
    }


def _lock_of(thing):
    """The lock that guards a thing. Those of asyncio need none, but for the condition and the barrier, which is built on one."""
    inner = getattr(thing, "_cond", getattr(getattr(thing, "_count", None), "_cond", thing))
    return getattr(inner, "_lock", getattr(inner, "mutex", None))


def _condition(condition, _):
    return {"object": getattr(condition, "_scheduled", None)}


def _semaphore(semaphore, _):
    return {
        "permits": semaphore._value,
        "most": getattr(semaphore, "_initial_value", getattr(semaphore, "_bound_value", None)),
    }


def _event(event, _):
    return {"set": event.is_set() if isinstance(event, asyncio.Event) else event._flag}


def _barrier(barrier, _):
    # A barrier that is open lets all go on that have come, and nobody else before the last of them has.
    is_open = barrier._state in (1, asyncio.locks._BarrierState.DRAINING)  # pyright: ignore[reportAttributeAccessIssue]
    return {"parties": barrier.parties, "here": barrier.n_waiting, "open": is_open, "broken": barrier.broken}


def _queue(filled: "Any", text_of):
    items = filled.queue if isinstance(filled, queue.Queue) else filled._queue
    return {
        "items": [text_of(item) for item in islice(items, MOST_ITEMS)],
        "size": len(items),
        "most": getattr(filled, "maxsize", 0),
        "unfinished": getattr(filled, "unfinished_tasks", getattr(filled, "_unfinished_tasks", 0)),
    }


_KINDS = {
    threading.Condition: ("condition", _condition),
    threading.Semaphore: ("semaphore", _semaphore),
    threading.Event: ("event", _event),
    threading.Barrier: ("barrier", _barrier),
    queue.Queue: ("queue", _queue),
    queue.SimpleQueue: ("queue", _queue),
    asyncio.Condition: ("condition", _condition),
    asyncio.Semaphore: ("semaphore", _semaphore),
    asyncio.Event: ("event", _event),
    asyncio.Barrier: ("barrier", _barrier),
    asyncio.Queue: ("queue", _queue),
}
"""By class: what it is called here, and what is told of it."""


def _how(actor):
    """`asleep` where it waits for another to wake it, `woken` or `late` after that (as it was woken, or its time was over), `enters` before, or where nothing has to be waited for."""
    if isinstance(actor, TaskActor):
        return _how_of_task(actor)
    waits = [frame for frame in actor.within if frame.f_code is _WAIT]
    if not waits:
        return "enters"
    values = waits[0].f_locals
    waiter = values.get("waiter")
    if waiter is None:
        return "enters"
    if waiter is actor.on:
        return "woken" if waiter.lets(actor) else "asleep"
    return "woken" if values.get("gotit") else "late"


def _how_of_task(actor):
    awaited = actor.task._fut_waiter
    for_lock = lock_of(actor.task.get_coro()) is not None
    if for_lock:
        return "woken" if any(frame.f_code is _TASK_WAIT for frame in actor.within) else "enters"
    return "asleep" if awaited is not None and not awaited.done() else "woken"
