"""Tasks of asyncio as actors of a schedule, and what each waits for."""

import asyncio
import functools
from asyncio import tasks

from ..kernel import kernel
from . import names, scheduler
from .actors import Actor, actors, alive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from asyncio import Handle, Task
    from typing import Any

    from .shapes import Loop


class TaskActor(Actor):
    """A task, as the schedule knows it."""

    __slots__ = ("task", "loop")

    def __init__(self, number: int, loop: "Loop", task: "Task[Any]") -> None:
        super().__init__(number, kernel.current, Face(task))
        self.task = task
        self.loop = loop
        self.fresh = False
        self.on = Turn(loop, task)
        self.wants = loop.changes


class Face:
    """Stands for a task where a thread object is expected."""

    daemon = True

    def __init__(self, task: "Task[Any]") -> None:
        self._task = task

    @property
    def name(self) -> str:
        return self._task.get_name()


class Turn:
    """What a suspended task waits for: its turn in the event loop, and before that whatever it awaits."""

    def __init__(self, loop: "Loop", task: "Task[Any]") -> None:
        self.loop = loop
        self.task = task

    def lets(self, _: object) -> bool:
        return self.loop.idle and any(owner_of(handle) is self.task for handle in self.loop.next_handles())

    def _awaited(self) -> "tuple[str, str, list[int]]":
        """What the task waits for, as an edge of the wait-for graph has it: the kind of the wait, the name of the object, the numbers of its holders."""
        awaited = self.task._fut_waiter  # pyright: ignore[reportAttributeAccessIssue]
        lock = lock_of(self.task.get_coro())
        if lock is not None:
            return "acquire", lock._name, lock.holders()
        if isinstance(awaited, asyncio.Task):
            number = number_of(awaited)
            return ("wake", names.FUTURE, []) if number is None else ("join", names.thread(number), [number])
        if isinstance(awaited, tasks._GatheringFuture):  # pyright: ignore[reportAttributeAccessIssue]
            numbers = [number_of(child) for child in awaited._children if not child.done()]
            return "join", names.TASKS, [number for number in numbers if number is not None]
        if awaited is None:
            return (
                "join",
                self.loop.object,
                [
                    actor.number
                    for actor in alive
                    if isinstance(actor, TaskActor) and actor.loop is self.loop and actor.on is None
                ],
            )
        return "wake", names.FUTURE, []

    waiting = property(lambda self: self._awaited()[0])
    object: str = property(lambda self: self._awaited()[1])  # pyright: ignore[reportAssignmentType]

    def holders(self) -> list[int]:
        return self._awaited()[2]


class LoopTurn:
    """What the thread of an event loop waits for: a callback or a timer of the loop that is no step of a task."""

    waiting = "join"

    def __init__(self, loop: "Loop") -> None:
        self.loop = loop
        self.object = loop.object

    def lets(self, _: object) -> bool:
        return self.loop.idle and any(number_of(owner_of(handle)) is None for handle in self.loop.next_handles())

    def holders(self) -> list[int]:
        return [actor.number for actor in alive if isinstance(actor, TaskActor) and actor.loop is self.loop]


def owner_of(handle: "Handle") -> "Task[Any] | None":
    """The task that a handle is a step of; None for other callbacks."""
    owner = getattr(handle._callback, "__self__", None)
    return owner if isinstance(owner, asyncio.Task) else None


def number_of(task: "Task[Any] | None") -> int | None:
    """The number of a task among the actors of the run; None if it is none of them."""
    return next((actor.number for actor in actors if isinstance(actor, TaskActor) and actor.task is task), None)


def is_programs(handle: "Handle") -> bool:
    """Whether a callback is a function of the program's."""
    called = handle._callback
    while isinstance(called, functools.partial):
        called = called.func
    return getattr(getattr(called, "__func__", called), "__code__", None) in scheduler.batch.own


def lock_of(coroutine: "Any") -> "Any":
    """The asyncio lock that a task is acquiring, by its coroutine; None if it is acquiring none."""
    while coroutine is not None:
        frame = getattr(coroutine, "cr_frame", None)
        if frame is not None and frame.f_code is asyncio.Lock.acquire.__code__:
            return frame.f_locals["self"]
        coroutine = getattr(coroutine, "cr_await", None)
    return None
