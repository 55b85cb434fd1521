"""The state of a program between two steps, for the stepper: where each thread stands, what variables hold, who holds which lock."""

import queue
import re
import sys
import threading
import types
from reprlib import Repr

from ..kernel import naming
from ..threads import locks
from . import looks, loopstate, scheduler
from .actors import actors
from .depths import stack_depths
from .framestack import EMPTY, operands_of
from .placenames import START
from .things import Things

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType
    from typing import Any
    from weakref import ref

    from .actors import Actor
    from .loop import Loop
    from .placenames import Place

MOST_VARIABLES = 40
"""How many variables of a call are told, and how many globals."""
MOST_CHARACTERS = 10_000
"""How many characters of one value are told: lists of lists of lists would have millions."""
_ADDRESS = re.compile(r" at 0x[0-9a-f]+|(?<=started) \d+(?=\)>)")
"""Also the identifiers of threads, which mean nothing to the reader."""
_HIDDEN = (types.ModuleType, types.FunctionType, type, types.BuiltinFunctionType)

_CALLED = (types.FunctionType, types.BuiltinFunctionType, types.MethodDescriptorType, type)


class Watcher:
    """Notes the state of a run at its switch points, from step `first` on."""

    def __init__(self, first: int) -> None:
        self._first = first
        self.states: list[dict[str, object]] = []
        """One for each switch point: `ScheduledMoment` in src/core/python/pythonSchedules.ts has the fields."""
        self.locks: "list[Any]" = []
        """The locks that the run has made,"""
        self.loops: "list[ref[Loop]]" = []
        """and its event loops."""
        self._things = Things()
        self._left: list[list[str]] = []
        """The program's globals as they were before it let go of them,"""
        self._things_left: list[dict[str, object]] = []
        """and the things at which threads waited."""

    def begin_at(self, first: int) -> None:
        """The states from before step `first` on are wanted now, of which at most the last one has been noted."""
        self.states = [] if first > len(scheduler.run.chosen) else self.states[-1:]
        self._first = first

    def forget(self) -> None:
        """Lets go of what the run has made, of which no more states are noted."""
        self.locks.clear()

    def look(self, enabled: "Sequence[int]", passing: "Sequence[int]") -> None:
        """Called at each switch point: `enabled` threads can be chosen, and those in `passing` only let time pass."""
        if len(scheduler.run.chosen) >= self._first:
            self.states.append(self._take(enabled, passing))

    def note_globals(self) -> None:
        """Keeps what the program has at its end, before that is finalized."""
        self._left = _values(vars(sys.modules["__main__"]))
        self._things_left = self._things.told(text_of)

    def _take(self, enabled: "Sequence[int]", passing: "Sequence[int]") -> dict[str, object]:
        """The state now. None of the program's code that this runs (`__repr__`) is a step."""
        run = scheduler.run
        # Nobody runs meanwhile, so that its lines are no switch points and its locks not the program's.
        running, run.running = run.running, None
        try:
            main = sys.modules.get("__main__")
            space = {} if main is None else vars(main)
            threads = [_thread(actor) for actor in actors]
            spaces = [space, *(values for _, values in threads)]
            self._things.look(spaces)
            loops = [loop for made in self.loops if (loop := made()) is not None and loop.is_running()]
            for actor, (told, _) in zip(actors, threads):
                told["at"] = None if actor.done else self._things.place_of(actor)
                loopstate.add_sleep(actor, told, loops)
            held = [self._lock(lock, spaces) for lock in self.locks if not getattr(lock, "_waiter", False)]
            return {
                "enabled": enabled,
                "passing": passing,
                "threads": [told for told, _ in threads],
                "globals": self._left if main is None else _values(space),
                "locks": [one for one in held if one is not None],
                "things": self._things_left if main is None else self._things.told(text_of),
                "loops": [loopstate.told(loop) for loop in loops],
                "printed": "".join(run.printed),
                "now": run.now,
            }
        finally:
            run.running = running

    def _lock(self, lock: "Any", spaces: "Sequence[dict[str, Any]]") -> dict[str, object] | None:
        """A lock that the program can name, and who holds it how many times; None for those within a thread object."""
        # Its name is looked for until one is found, and then stays, also where the program calls it otherwise later.
        name = lock._origin or naming.search(spaces, lock) or self._things.name_around(lock)
        lock._origin = name or ""
        if name is None or "._started." in name:
            return None
        outer = _WITHIN.sub("", name)
        return {
            "object": lock._name,
            "name": outer,
            "kind": "lock" if outer == name else "within",
            "holders": lock.holders(),
            "times": getattr(lock, "_count", None),
        }


def _thread(actor: "Actor") -> "tuple[dict[str, object], dict[str, Any]]":
    calls = []
    values = {}
    for frame in actor.frames:
        top = frame.f_code.co_name == "<module>"
        here = {} if top else frame.f_locals
        values = {**here, **values}
        calls.append(
            {
                "function": frame.f_code.co_name,
                "line": frame.f_lineno,
                "offset": frame.f_lasti,
                "code": scheduler.batch.program.codes.index(frame.f_code),
                "locals": [] if top else _values(here),
                "place": _place(frame),
            }
        )
    if actor.run is not None:
        calls = _first_call(actor.thread)
    on = None if actor.done else actor.on
    told = {
        "name": actor.thread.name,
        "calls": [] if actor.done else calls,
        "within": actor.call if actor.frames and not actor.done else None,
        "looks": looks.could_switch(actor),
        "stack": _stack(actor),
        "status": "ended"
        if actor.done
        else "new"
        if actor.run is not None
        else "runs"
        if on is None or on.lets(actor)
        else "waits",
        "waits": None
        if on is None or on.lets(actor)
        else {
            "object": getattr(on, "told", on.object),
            "holders": on.holders(),
            "until": actor.deadline,
            "call": actor.call,
        },
    }
    return told, values


def _stack(actor: "Actor") -> list[str] | None:
    """What the instruction before which a thread stands finds on the stack, the last one on top; None where instructions are no steps, and in the midst of one."""
    if not scheduler.batch.every or actor.done or not actor.frames:
        return None
    frame = actor.frames[0]
    operands = operands_of(frame, stack_depths(frame.f_code).get(frame.f_lasti))
    return None if operands is None else [_operand(one) for one in operands]


def _operand(value: object) -> str:
    """A value on the stack in a few words. A function or a class is told by its name."""
    if value is EMPTY:
        return "NULL"
    return value.__qualname__ if isinstance(value, _CALLED) else text_of(value).replace(" object>", ">")


def _place(frame: "FrameType") -> "Place":
    """The name of the place where a call stands (placenames.py): where the function begins or goes on, or before which instruction."""
    names = scheduler.batch.program.place_names[frame.f_code]
    return names.get(frame.f_lasti, names[START])[0]


def _first_call(thread):
    """Where a thread will begin, if that is a function of the program's."""
    code = getattr(getattr(thread, "_target", None), "__code__", None)
    if code not in scheduler.batch.own:
        return []
    line = next(
        (line for _, _, line in code.co_lines() if line is not None and line != code.co_firstlineno),
        code.co_firstlineno,
    )
    return [
        {
            "function": code.co_name,
            "line": line,
            "offset": 0,
            "code": scheduler.batch.program.codes.index(code),
            "locals": [],
            "place": None,
        }
    ]


def _values(space: "dict[str, Any]") -> list[list[str]]:
    """Names and short texts of what is no module, function or class."""
    shown = [
        (name, value)
        for name, value in list(space.items())
        if not name.startswith("__") and not isinstance(value, _HIDDEN)
    ]
    return [[name, text_of(value)] for name, value in shown[:MOST_VARIABLES]]


class _Texts(Repr):
    """Values as the program would print them, shortened, but for what would then tell nothing of itself."""

    def repr_instance(self, value, level):  # pyright: ignore[reportIncompatibleMethodOverride]
        told = self._told(value, level)
        return super().repr_instance(value, level) if told is None else told

    def _told(self, value, level):
        kind = type(value)
        if isinstance(value, threading.Thread):
            return value.name
        if isinstance(value, locks.lock):
            return "free" if value._holder is None else "held"
        if kind is threading.Condition:
            waiting = len(value._waiters)
            return f"Condition, {waiting or 'nobody'} waiting"
        if kind is threading.Event:
            return f"Event, {'set' if value._flag else 'not set'}"
        if kind in (threading.Semaphore, threading.BoundedSemaphore):
            return f"{kind.__name__}, {value._value} free"
        if kind is threading.Barrier:
            return f"Barrier, {value._count} of {value._parties} waiting"
        if kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
            return f"{kind.__name__}({self.repr1(list(value.queue), level - 1)})"
        if kind is queue.SimpleQueue:
            return f"SimpleQueue({self.repr1(list(value._queue), level - 1)})"
        if kind.__module__ == "__main__" and kind.__repr__ is object.__repr__:
            return f"{kind.__name__}({self._attributes(value, level)})"
        return None

    def _attributes(self, value, level):
        """Of the program's own objects. Looks without running any of its code; locks are told of elsewhere."""
        if level <= 0:
            return self.fillvalue
        shown = [
            (name, item)
            for name, item in getattr(value, "__dict__", _NOTHING).items()
            if not isinstance(item, locks.lock)
        ]
        more = [self.fillvalue] if len(shown) > self.maxdict else []
        return ", ".join([f"{name}={self.repr1(item, level - 1)}" for name, item in shown[: self.maxdict]] + more)


_NOTHING = {}
_short = _Texts()
_short.maxlevel = 4
_short.maxstring = _short.maxother = 100
_short.maxlist = _short.maxtuple = _short.maxset = _short.maxdict = _short.maxdeque = 20


def text_of(value: object) -> str:
    """A value in a few words, without addresses."""
    try:
        return _ADDRESS.sub("", _short.repr(value)[:MOST_CHARACTERS])
    except Exception as error:
        return f"<{type(error).__name__} in its __repr__>"


_WITHIN = re.compile(r"(\._cond)?\._lock$|\._cond$|\.mutex$|\.not_empty$|\.not_full$|\.all_tasks_done$")
"""How the standard library calls the locks within its own things: `q.mutex` is the lock of the queue `q`."""
