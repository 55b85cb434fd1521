"""What the event loops of a run have to do next, and until when their tasks sleep. For the stepper: looked at in a run that is watched, and in no other."""

import asyncio
import functools
from asyncio import futures

from .actors import alive
from .taskactors import TaskActor, is_programs, number_of, owner_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import Handle
    from collections.abc import Sequence
    from typing import Any

    from .actors import Actor
    from .loop import Loop

MOST_HANDLES = 50
"""How many handles are told of those that are ready, and how many timers."""


def told(loop: "Loop") -> "dict[str, object]":
    """What is ready, in the order in which the loop goes on with it, and the timers, the first first: `LoopMoment` in src/core/python/pythonSchedules.ts."""
    ready = [handle for handle in loop._ready if not handle._cancelled]
    timers = sorted((timer for timer in loop._scheduled if not timer._cancelled), key=lambda timer: timer._when)
    return {
        "object": loop.object,
        "thread": loop.runner,
        "ready": [_handle(handle) for handle in ready[:MOST_HANDLES]],
        "timers": [{"when": timer._when, **_handle(timer)} for timer in timers[:MOST_HANDLES]],
    }


def _handle(handle: "Handle") -> "dict[str, object]":
    """Which task a handle lets go on, or which function it calls."""
    owner = owner_of(handle) or _timed_task(handle)
    number = number_of(owner)
    if number is not None:
        return {"task": number, "call": None}
    called: "Any" = handle._callback
    while isinstance(called, functools.partial):
        called = called.func
    name = owner.get_name() if owner is not None else getattr(called, "__qualname__", type(called).__name__)
    # Of the library it tells more which of its functions has made the callback.
    outer, _, inner = name.rpartition(".<locals>.")
    return {"task": None, "call": f"{inner}()" if is_programs(handle) else outer or inner}


def _timed_task(handle: "Handle") -> "asyncio.Task[Any] | None":
    """The task that a timer wakes, or ends the time of."""
    if handle._callback is futures._set_result_unless_cancelled:  # pyright: ignore[reportAttributeAccessIssue]
        return next((actor.task for actor in _tasks() if _awaited(actor) is handle._args[0]), None)  # pyright: ignore[reportOptionalSubscript]
    limit = getattr(handle._callback, "__self__", None)
    return limit._task if isinstance(limit, asyncio.Timeout) else None


def _tasks() -> "list[TaskActor]":
    return [actor for actor in alive if isinstance(actor, TaskActor)]


def _awaited(actor: TaskActor) -> "Any":
    return actor.task._fut_waiter  # pyright: ignore[reportAttributeAccessIssue]


def add_sleep(actor: "Actor", thread: "dict[str, Any]", loops: "Sequence[Loop]") -> None:
    """Tells of a task in `asyncio.sleep` until when it waits, as is told of a thread in `time.sleep`."""
    waits = thread["waits"]
    if waits is None or not isinstance(actor, TaskActor) or actor.call != "sleep":
        return
    awaited = _awaited(actor)
    for loop in loops:
        for timer in loop._scheduled:
            if not timer._cancelled and timer._args and timer._args[0] is awaited:
                waits["until"] = timer._when
