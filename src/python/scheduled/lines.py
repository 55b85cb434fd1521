"""Switch points within the program's own code, told by `sys.monitoring`."""

import dis
import functools
import sys
import threading
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR

from ..threads import locks
from . import gil, scheduler
from .actors import actors, alive
from .footprints import Footprints
from .keep import modules_changed
from .ourframes import keeps
from .placenames import places_of
from .touches import touch
from .traits import called_at, codes_of, dies

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any

    from .actors import Actor
    from .patches import Patches
    from .placenames import Place
    from .shapes import BeginsAt

TOOL = 3
"""The tool's identifier in `sys.monitoring`: 3 and 4 are free for use by anybody."""


class Program:
    """A program, compiled once for all of its runs."""

    def __init__(self, source: str, filename: str, granularity: str, watch: list[str]) -> None:
        self.code = compile(source, filename, "exec", dont_inherit=True)
        self.source = source
        self.filename = filename
        self.codes = codes_of(self.code)
        self.own = frozenset(self.codes)
        self.lines = {
            code: {offset: line for first, end, line in code.co_lines() for offset in range(first, end, 2)}
            for code in self.codes
        }
        """By code object and offset."""
        self.starts = {code: _starts_of(code) for code in self.codes}
        self.watch = watch
        self.uses_random = "random" in source
        self.leaves = _leaves_something(self.codes)
        """Whether finalizers may have to run when the program ends."""
        self.changes_environment = "environ" in source or "putenv" in source
        self.changes_logging = "logging" in source or "warnings" in source
        self.changes = modules_changed(self.codes)
        """The names of the modules that it may change."""
        self.warm = False
        """Whether it has been run, so that the modules it imports are loaded."""
        self.reads_clock = _may_read_clock(self.codes)
        self.patience = 128
        """How many steps beyond its prefix a run takes before it may have come into a circle: see circles.py."""
        self.comparable: bool | None = None
        """Whether its states can be compared, once that has been asked."""
        self.footprints = Footprints(self.codes, not self.leaves)
        self.places = {code: gil.Places(code) for code in self.codes} if granularity == "gil" else {}
        """By code object: where CPython with the GIL may switch."""

    @functools.cached_property
    def place_names(self) -> "dict[CodeType, dict[int, list[Place]]]":
        """By code object and offset: see placenames.py."""
        return places_of(self.code, self.source)


# In these modules only the names listed below look at the clock.
_WITHOUT_CLOCK = frozenset(
    "abc collections contextlib copy dataclasses enum functools itertools math operator random string sys threading time typing".split()
)
_WITH_CLOCK = frozenset(
    "time time_ns monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns thread_time thread_time_ns wait_for Barrier Semaphore BoundedSemaphore * "
    "eval exec compile __import__ getattr globals locals vars modules __dict__".split()
)


def _may_read_clock(codes: "list[CodeType]") -> bool:
    """Whether a program may tell how late it is, other than by sleeping."""
    for code in codes:
        for instruction in dis.get_instructions(code):
            kind, name = instruction.opname, instruction.argval
            if kind == "IMPORT_NAME":
                if name not in _WITHOUT_CLOCK:
                    return True
            elif (
                kind in ("LOAD_ATTR", "IMPORT_FROM", "LOAD_GLOBAL", "LOAD_NAME")
                and name in _WITH_CLOCK
                and not (name == "time" and kind in ("LOAD_GLOBAL", "LOAD_NAME"))
            ):
                return True
    return False


def _leaves_something(codes: "list[CodeType]") -> bool:
    """Whether there may be finalizers: `__del__`, callbacks of weak references, a generator that is left within a `with` or a `try`."""
    return any(
        dies(code)
        or (code.co_flags & (CO_GENERATOR | CO_ASYNC_GENERATOR | CO_COROUTINE) and code.co_name != "<genexpr>")
        for code in codes
    )


def _starts_of(code: "CodeType") -> set[int]:
    """The offsets at which a line begins that the one before does not belong to."""
    found = set()
    before = None
    for first, _, line in code.co_lines():
        if line is not None and line != before:
            found.add(first)
        before = line if line is not None else before
    return found


@keeps()
def on_line(code: "CodeType", line: int) -> None:
    """Before each line of the program (or instruction, at `line` bytes): a switch point, unless the step has just begun or the line begins by acquiring a lock."""
    run, batch = scheduler.run, scheduler.batch
    me = run.running
    if me is None:
        run.count_line()
        return
    if run.over is None and len(alive) > 1:
        if not batch.fine:
            begins_at = batch.footprints.waits[code].get(line)
            if begins_at is not None:
                frame = sys._getframe(1)
                # A thread that only tries to have a lock can tell whether it has been released: then the end of a `with` is a line like others.
                if _is_lock(frame, begins_at) and not (batch.footprints.tries and frame.f_lasti > begins_at[0] + 2):
                    _approach(me, frame, code, line, begins_at[0])
                    return
        # Whatever of the library's has come before the program's first line may have looked at something.
        if not me.fresh or code is not me.begins:
            scheduler.point(me, False)
            me.fresh = False
            me.at = code, line
            return
    me.fresh = False
    me.at = code, line
    if batch.footprint is not None and run.over is None and len(actors) > 1:
        # No switch point, but part of the step.
        run.did.extend(batch.footprint[code].get(line, ()))
    run.count_line()


def _is_lock(frame: "FrameType", begins_at: "BeginsAt") -> bool:
    """Whether the line begins with a lock, or what is built on one. Looks at attributes without running any of the program's code."""
    _, name, attributes, is_global = begins_at
    # To look among the variables of a function takes longer.
    thing = frame.f_globals.get(name) if is_global else frame.f_locals.get(name, frame.f_globals.get(name))
    for attribute in attributes:
        thing = getattr(thing, "__dict__", _NOTHING).get(attribute)
    return isinstance(thing, _LOCKS)


_NOTHING: "dict[str, Any]" = {}
_LOCKS = (locks.lock, threading.Condition, threading.Semaphore)


def _approach(me: "Actor", frame: "FrameType", code: "CodeType", line: int, first: int) -> None:
    """Before a line that acquires a lock, or a `with` at its end.

    The line is no switch point: the acquiring is one, with a name, so that no thread is chosen only to find the lock held. Nor is the
    releasing: a thread that wants the lock can as well be chosen after it.
    """
    batch = scheduler.batch
    if batch.footprint is not None:
        scheduler.run.did.extend(batch.footprint[code].get(line, ()))
    me.fresh = False
    if frame.f_lasti <= first + 2:
        me.ops += 1


@keeps()
def on_instruction(code: "CodeType", offset: int) -> object:
    """Before each instruction that is a switch point."""
    batch = scheduler.batch
    touches = batch.touched is not None and offset in batch.touched[code]
    if batch.every or offset in batch.footprints.by_offset[code]:
        on_line(code, offset)
    elif not touches:
        return sys.monitoring.DISABLE
    if touches:
        touch(code, offset, sys._getframe(1))
    return None


def on_touch(code: "CodeType", offset: int) -> object:
    """Before each instruction that touches objects, where only lines are switch points."""
    if offset not in scheduler.batch.touched[code]:  # pyright: ignore[reportOptionalSubscript]
        return sys.monitoring.DISABLE
    touch(code, offset, sys._getframe(1))
    return None


@keeps()
def on_start(code: "CodeType", _: int) -> None:
    """One of the program's functions begins. Where a function in C or an operator calls it, others may see what that has done so far, such as the list that `sort` has emptied."""
    caller = sys._getframe(1).f_back
    if caller is not None and caller.f_lasti in scheduler.batch.footprints.enters.get(caller.f_code, ()):
        run = scheduler.run
        me = run.running
        if me is not None and run.over is None and len(alive) > 1 and not (me.fresh and code is me.begins):
            scheduler.point(me)


@keeps()
def on_jump(code: "CodeType", source: int, target: int) -> object:
    """A loop within one line, which has no event of its own: a `while` begins its line anew, all others are counted, in case they are endless."""
    program = scheduler.batch.program
    starts = program.lines[code]
    if target > source or starts.get(target, 0) != starts.get(source, 0):
        return sys.monitoring.DISABLE
    if target in program.starts[code] and not scheduler.batch.fine:
        on_line(code, starts[target])  # pyright: ignore[reportArgumentType]
        return None
    scheduler.run.count_line()
    return None


def on_resume(code: "CodeType", _: int) -> None:
    """A generator goes on in the midst of a line."""
    run, batch = scheduler.run, scheduler.batch
    if batch.footprint is not None and run.running is not None:
        frame = sys._getframe(1)
        run.did.extend(batch.standing[code].get(frame.f_lasti, ()))


def _hands_in(function, *names):
    """A function of the library's, as its code, and the offsets at which it calls what may be the program's: what goes there by one of these names."""
    code = function.__code__
    instructions = list(dis.get_instructions(code))
    calls = [
        at
        for at, one in enumerate(instructions)
        if one.opname.startswith("CALL") and not one.opname.startswith("CALL_INTRINSIC")
    ]
    return code, frozenset(
        instructions[at].offset for at in calls if getattr(called_at(instructions, at), "argval", None) in names
    )


_handing = dict(
    [
        _hands_in(threading.Timer.run, "function"),
        _hands_in(threading.Condition.wait_for, "predicate"),
        _hands_in(threading.Barrier._release, "_action"),  # pyright: ignore[reportAttributeAccessIssue]
    ]
)
"""By code object of the library's: where it calls what the program gave it."""
_handing_later = {
    "concurrent.futures._base": lambda module: (
        _hands_in(module.Future._invoke_callbacks, "callback"),
        _hands_in(module.Future.add_done_callback, "fn"),
    ),
    "concurrent.futures.thread": lambda module: (
        _hands_in(module.WorkerContext.run, "fn"),
        _hands_in(module.WorkerContext.initialize, "initializer"),
    ),
    "sched": lambda module: (_hands_in(module.scheduler.run, "action"),),
}
"""By module that a program may import: its functions, as in `_handing`."""
_watched: "list[CodeType]" = []


def watch_library() -> None:
    """Turns on the events of the library's functions that look at something and then call the program."""
    for name in [name for name in _handing_later if name in sys.modules]:
        _handing.update(_handing_later.pop(name)(sys.modules[name]))
    for code in _handing:
        if code not in _watched:
            _watched.append(code)
            sys.monitoring.set_local_events(TOOL, code, sys.monitoring.events.CALL)


@keeps()
def on_hand_in(code: "CodeType", offset: int, called: object, _: object) -> object:
    """Before the library calls something. What the library has looked at belongs to a step of its own; the program's own functions begin with switch points anyway."""
    if offset not in _handing[code]:
        return sys.monitoring.DISABLE
    run = scheduler.run
    me = run.running
    if me is not None and run.over is None and len(alive) > 1 and code_of(called) not in scheduler.batch.own:
        scheduler.point(me)
    return None


_storing = {functools.cached_property.__get__.__code__, threading.Barrier._release.__code__}  # pyright: ignore[reportAttributeAccessIssue]
"""Functions of the library's that change something without a lock after what they call has returned."""


@keeps()
def on_return(*_: object) -> None:
    """Before one of the program's functions returns: what the library then does with the value is a step of its own."""
    run = scheduler.run
    me = run.running
    if me is not None and run.over is None and len(alive) > 1:
        caller = sys._getframe(1).f_back
        if caller is not None and caller.f_code in _storing:
            scheduler.point(me)


def code_of(called: object) -> "CodeType | None":
    """The code of a function, also of one that has been given its arguments already; None where it has none."""
    while isinstance(called, functools.partial):
        called = called.func
    return getattr(getattr(called, "__func__", called), "__code__", None)


@keeps()
def _on_any_call(code: "CodeType", offset: int, called: object, first: object) -> object:
    if code in scheduler.batch.own:
        return gil.on_call(sys._getframe(1), offset, called)
    return on_hand_in(code, offset, called, first)


def watch(patches: "Patches") -> None:
    """Turns on the events of the program's own code, until the patches are undone."""
    batch = scheduler.batch
    monitoring = sys.monitoring
    events = monitoring.events
    callbacks = (
        {**gil.CALLBACKS, events.CALL: _on_any_call}
        if batch.gil
        else {
            (events.INSTRUCTION if batch.fine else events.LINE): on_instruction if batch.fine else on_line,
            events.PY_RESUME: on_resume,
            events.JUMP: on_jump,
            events.CALL: on_hand_in,
        }
    )
    if batch.fine and not batch.every:
        callbacks[events.PY_START] = on_start
    wanted = events.JUMP
    for event in callbacks:
        if event != events.PY_RESUME and (event != events.CALL or batch.gil):
            wanted |= event
    if batch.footprints.stores:
        wanted |= events.PY_RETURN
    monitoring.use_tool_id(TOOL, "timeslice")
    patches.on_undo(_stop_watching, batch.program.codes)
    for event, callback in callbacks.items():
        monitoring.register_callback(TOOL, event, callback)
    monitoring.register_callback(TOOL, events.PY_RETURN, on_return)
    # Also of the library's functions that operators call.
    monitoring.set_events(TOOL, events.PY_START if batch.gil else 0)
    touched = {} if batch.touched is None else batch.touched
    if events.INSTRUCTION not in callbacks:
        monitoring.register_callback(TOOL, events.INSTRUCTION, on_touch)
    for code in batch.program.codes:
        suspends = code.co_flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)
        resumes = events.PY_RESUME if suspends else 0
        instructions = events.INSTRUCTION if touched.get(code) else 0
        monitoring.set_local_events(TOOL, code, wanted | resumes | instructions)


def _stop_watching(codes: "list[CodeType]") -> None:
    monitoring = sys.monitoring
    for code in (*codes, *_watched):
        monitoring.set_local_events(TOOL, code, 0)
    _watched.clear()
    monitoring.set_events(TOOL, 0)
    monitoring.free_tool_id(TOOL)
