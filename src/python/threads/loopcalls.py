"""What stands in an event loop's ready queue and among its timers besides the steps of its tasks, told in the loop's lane.

Each call has a number. `timer` says that it waits for a time, `soon` that it stands in the queue, `call` that it has its turn, and `over`
that nothing will come of it any more: it has been made, or was cancelled.
"""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import asyncio
from asyncio import events, futures
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType

from ..kernel import trace
from . import lanes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..kernel.strand import Strand
    from .lanes import LoopLane

MOST_CALLS = 2000
"""How many calls of a run are told of; the others cost nothing."""

LONGEST_S = 1e9
"""A timer that waits longer, perhaps for ever, is told to wait for this."""

told = 0
"""How many there have been, and the number of the latest."""


class Call(events.Handle):
    """A call in the ready queue, which is no step of a task."""

    __slots__ = ("_name", "_number")

    def __init__(self, callback, args, loop, context):
        super(Call, self).__init__(callback, args, loop, context)
        self._number = _next_number()
        self._name = _name_of(callback)
        lanes.atomic(_stand, loop._lane, self)

    def _run(self):
        lanes.atomic(_tell, self, "call")
        try:
            super(Call, self)._run()
        finally:
            lanes.atomic(_end, self)
            # As in `eventloop.Step._run`.
            self = None

    def cancel(self):
        if not self._cancelled:
            lanes.atomic(_end, self)
        super(Call, self).cancel()


class Timer(events.TimerHandle):
    """A call at a time. `_scheduled` is what the standard library sets when it puts a timer among the others, and when it moves one to the queue."""

    __slots__ = ("_name", "_number", "_waits")

    def __init__(self, when, callback, args, loop, context, task):
        self._number = 0
        self._waits = False
        super(Timer, self).__init__(when, callback, args, loop, context)
        delay = min(max(0.0, float(when - loop.time())), LONGEST_S)
        self._number = _next_number()
        self._name = _name_of(callback)
        lanes.atomic(_wait, loop._lane, self, delay, task)

    @property
    def _scheduled(self):  # pyright: ignore[reportIncompatibleVariableOverride]
        return self._waits

    @_scheduled.setter
    def _scheduled(self, waits):
        if self._waits and not waits and not self._cancelled:
            lanes.atomic(_stand, self._loop._lane, self)
        self._waits = waits

    def _run(self):
        lanes.atomic(_tell, self, "call")
        try:
            super(Timer, self)._run()
        finally:
            lanes.atomic(_end, self)
            self = None

    def cancel(self):
        if not self._cancelled:
            lanes.atomic(_end, self)
        super(Timer, self).cancel()


# What a program sees of them.
Call.__name__ = Call.__qualname__ = "Handle"
Timer.__name__ = Timer.__qualname__ = "TimerHandle"
Call.__module__ = Timer.__module__ = "asyncio.events"


def task_of_timer(callback: "Callable[..., object]", me: "Strand") -> "str | None":
    """The lane of the task that a timer wakes, or whose time it ends; empty where it is about no task, and None where that task is not drawn."""
    if callback is futures._set_result_unless_cancelled:
        return me.lane if me.lane.startswith("task-") else None
    limit = getattr(callback, "__self__", None)
    if isinstance(limit, asyncio.Timeout):
        lane = lanes.drawn.get(id(limit._task))
        return None if lane is None else lane.id
    return ""


def _next_number() -> int:
    global told
    told += 1
    return told


def _wait(_: "Strand", now: float, lane: "LoopLane", timer: Timer, delay: float, task: str) -> None:
    lane.tell((now, lane.id, "timer", timer._name, timer._number, delay, task))


def _stand(_: "Strand", now: float, lane: "LoopLane", handle: "Call | Timer") -> None:
    if handle._number:
        lane.tell((now, lane.id, "soon", handle._name, handle._number))


def _tell(_: "Strand", now: float, handle: "Call | Timer", kind: str) -> None:
    lane: "LoopLane" = handle._loop._lane
    lane.tell((now, lane.id, kind, None, handle._number))


def _end(me: "Strand", now: float, handle: "Call | Timer") -> None:
    if handle._number:
        _tell(me, now, handle, "over")
        handle._number = 0


def _name_of(callback: "Any") -> str:
    """How the program, or the library, calls the function; of a function within one of the library's, the outer one says more. Asks no object that could be the program's."""
    called: "Any" = callback
    while type(called) in (partial, MethodType):
        called = called.func if type(called) is partial else called.__func__
    if called is futures._set_result_unless_cancelled:
        return ""
    if type(called) not in (FunctionType, BuiltinFunctionType, type):
        return type(called).__name__
    outer, _, inner = called.__qualname__.rpartition(".<locals>.")
    is_librarys = type(called) is FunctionType and called.__globals__.get("__package__") == "asyncio"
    return outer if outer and is_librarys else inner


def more() -> bool:
    """Whether more calls are told of."""
    return told < MOST_CALLS and trace.recording()
