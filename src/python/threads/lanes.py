"""Lanes of event loops and of their tasks in the trace.

While a thread runs a loop, what happens to it happens in the loop's lane, and while the loop runs a task that has a lane, in the task's:
so exactly one lane runs at a time, the one that holds the GIL. A loop whose task sleeps without `await` is seen to be blocked by it.
"""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import asyncio
from weakref import ref

from ..kernel import kernel, trace
from ..kernel.naming import LIBRARY, name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..kernel.strand import Strand

MOST_TASKS = 24
"""Only the first tasks of a run have lanes: ten thousand would show nothing."""
MOST_STEPS = 400
"""How many steps of one task are drawn; what follows is one stretch."""
MOST_DESCRIBED = 8
"""How many tasks of a deadlock are named."""
NEXT_TURN = "its turn in the event loop"

_loops: "list[LoopLane]" = []
drawn: "dict[int, TaskLane]" = {}
"""The lanes of tasks that have one and are not done, by the task's `id`: what else a callback belongs to may not be hashable."""
tasks_seen = 0
"""How many have had one."""


class LoopLane:
    """One event loop's lane; begins when the loop first runs. All of its methods expect and leave the kernel busy: see `atomic`."""

    def __init__(self):
        self.id: str = ""
        """Empty until the loop first runs, or has something to do."""
        self.started = False
        self.ended = False
        self.early: list[tuple[object, ...]] = []
        """What is told of it before it first runs, without the time and the lane."""
        self.undrawn = 0
        """How many of its tasks have no lane."""

    def named(self) -> str:
        """Its id, which it has from now on."""
        if not self.id:
            _loops.append(self)
            self.id = f"loop-{len(_loops)}"
        return self.id

    def tell(self, event: "tuple[object, ...]") -> None:
        """Notes an event of its calls."""
        if self.started:
            trace.tell(event)
        elif not self.ended:
            self.early.append(event[2:])

    def enter(self, me: "Strand", now: float) -> str:
        """The running thread runs the loop from now on. Returns the lane that it leaves."""
        if not self.started:
            self.started = True
            whose = "" if me is kernel.main else f" of {me.name}"
            trace.start(now, self.named(), "loop", f"event loop{whose}")
            for event in self.early:
                trace.tell((now, self.id, *event))
            self.early.clear()
        before, me.lane = me.lane, self.id
        trace.record(now, before, "wait", "its event loop")
        trace.record(now, self.id, "run", "")
        return before

    def leave(self, me: "Strand", now: float, before: str) -> None:
        """The thread goes on in the lane where it was before."""
        me.lane = before
        if not self.ended:
            trace.record(now, self.id, "wait", "to be run again")
        trace.record(now, before, "run", "")

    def end(self, _, now):
        """Ends the lane, and those of tasks that will not go on."""
        if not self.started or self.ended:
            return
        self.ended = True
        for key, lane in list(drawn.items()):
            if lane.loop is self:
                del drawn[key]
                trace.end(now, lane.id, None, stopped=True)
        if self.undrawn:
            trace.record(now, self.id, "note", f"{self.undrawn:,} more tasks have no lane of their own")
        trace.end(now, self.id)


class TaskLane:
    """One task's lane. Its methods, too, are called by `atomic`."""

    def __init__(self, loop, task):
        self.loop = loop
        # Weak: a task that nobody else holds is collected while it waits.
        self.task = ref(task, self._lose)
        self.key = id(task)
        self.id = ""
        self.name = task.get_name()
        self.steps = 0

    def begin(self, _, now):
        """The task was made, and the loop will run it soon."""
        global tasks_seen
        tasks_seen += 1
        self.id = f"task-{tasks_seen}"
        drawn[self.key] = self
        code = _code_of(self.task().get_coro())  # pyright: ignore[reportOptionalMemberAccess]
        called = f" ({code.co_name})" if code is not None and self.name.startswith("Task-") else ""
        trace.start(now, self.id, "loop", f"{self.name}{called}", self.loop.named())
        self.ready(_, now)

    def ready(self, _, now):
        """The loop will run it soon."""
        if self.steps < MOST_STEPS:
            trace.record(now, self.id, "ready", NEXT_TURN)

    def begin_step(self, me: "Strand", now: float) -> str:
        """The loop runs the task, up to its next `await` that waits. Returns the lane that the thread leaves."""
        before = me.lane
        self.steps += 1
        if self.steps < MOST_STEPS:
            trace.record(now, before, "block", self.name)
            trace.record(now, self.id, "run", "")
            me.lane = self.id
        elif self.steps == MOST_STEPS:
            trace.record(now, self.id, "wait", f"not drawn any more after {MOST_STEPS} steps")
        return before

    def end_step(self, me: "Strand", now: float, before: str) -> None:
        """The loop goes on, and the task waits for what it awaits."""
        me.lane = before
        task = self.task()
        if task is None:
            # Its end has been told by `_lose`.
            pass
        elif task.done():
            drawn.pop(self.key, None)
            trace.end(now, self.id, _failure_of(task), task.cancelled())
        elif self.steps < MOST_STEPS and task._fut_waiter is not None:
            trace.record(now, self.id, *_awaited_by(task))
        if self.steps < MOST_STEPS:
            trace.record(now, before, "run", "")

    def _lose(self, _):
        """The task was collected. Its place in `drawn` may by now be that of another."""
        if drawn.get(self.key) is self:
            del drawn[self.key]
            atomic(self._end_lost)

    def _end_lost(self, _, now):
        trace.end(now, self.id, None, stopped=True)


def atomic(change: "Callable[..., Any]", *args: object) -> "Any":
    """Calls `change(thread, now, ...)` while nobody can come between the clock and what it records."""
    was_busy, kernel.busy = kernel.busy, True
    try:
        return change(kernel.current, kernel.clock(), *args)
    finally:
        kernel.busy = was_busy


def is_of_the_end(coroutine: object) -> bool:
    """Whether `asyncio.run` runs it to tidy up: nobody wants to see that."""
    return getattr(coroutine, "__qualname__", "").startswith("BaseEventLoop.shutdown_")


def end_all() -> None:
    """Busy. Ends what a run has left open."""
    for lane in _loops:
        lane.end(kernel.current, kernel.clock())


def describe_tasks(loop: asyncio.AbstractEventLoop) -> str:
    """Which task waits for what in a loop that waits for nothing, in words; empty when it has no task."""
    waits = []
    for task in sorted(asyncio.all_tasks(loop), key=lambda task: task.get_name())[:MOST_DESCRIBED]:
        _, what = _awaited_by(task)
        waits.append(f"{task.get_name()} waits for {what}")
    return ", ".join(waits)


def _failure_of(task):
    # Asking for the exception would count as having seen it.
    error = task._exception
    return None if error is None else f"{type(error).__name__}: {error}"[:120]


def _code_of(coroutine):
    return getattr(coroutine, "cr_code", None) or getattr(coroutine, "gi_code", None)


LOCKS = (
    "Lock",
    "Semaphore",
    "BoundedSemaphore",
    "Condition",
    "Event",
    "Barrier",
    "Queue",
    "PriorityQueue",
    "LifoQueue",
)


def _awaited_by(task):
    """What a task waits for, as kind and text of a trace event: the outermost call into the library on its way to there."""
    coroutine = task.get_coro()
    while coroutine is not None:
        code = _code_of(coroutine)
        if code is None:
            break
        if code.co_filename.startswith(LIBRARY) and not code.co_qualname.startswith("_ContextManagerMixin"):
            return _call_in_words(code, getattr(coroutine, "cr_frame", None))
        coroutine = getattr(coroutine, "cr_await", None)
    awaited = task._fut_waiter
    if isinstance(awaited, asyncio.Task):
        return "block", awaited.get_name()
    if isinstance(awaited, asyncio.tasks._GatheringFuture):
        return "block", f"{len(awaited._children)} tasks" if len(awaited._children) != 1 else "1 task"
    return "wait", "a future"


def _call_in_words(code, frame):
    values = {} if frame is None else frame.f_locals
    owner, _, method = code.co_qualname.rpartition(".")
    if code.co_name == "sleep" and not owner:
        return "wait", f"sleep {values['delay']:g} s" if isinstance(values.get("delay"), (int, float)) else "sleep"
    if code.co_qualname == "TaskGroup.__aexit__":
        return "block", "its task group"
    if owner in LOCKS:
        thing = values.get("self")
        name = (None if thing is None else name_of(thing)) or owner
        return "block", name if method in ("acquire", "wait") else f"{name}.{method}()"
    return "wait", f"{code.co_qualname}()"
