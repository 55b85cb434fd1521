"""Switch points of CPython with the GIL: the places where its interpreter looks whether another thread wants to run.

Those are the instructions with `_CHECK_PERIODIC` in Python/bytecodes.c of CPython 3.14:

- `RESUME`: a function begins, or a generator or coroutine goes on after a `yield` (not after an `await` or a `yield from`);
- `JUMP_BACKWARD`: a loop goes round;
- `CALL`, `CALL_KW` and `CALL_FUNCTION_EX`, after what was called has returned, unless that is a Python function, which has its own `RESUME`. A bound method that
  `CALL_FUNCTION_EX` calls is none (`_DO_CALL_FUNCTION_EX`). `with` calls `__enter__` and `__exit__` by `CALL`, but after an exception by `WITH_EXCEPT_START`, which does not look.

Specialised instructions that do not look (`CALL_LEN`, `CALL_ISINSTANCE`, `CALL_LIST_APPEND`) count like the general ones, which run first. Where the library's
Python code is called, it counts as a function in C: there is a look when it begins, and another before it ends, since it calls functions in C itself.
"""

import dis
import sys
from types import FunctionType, MethodType

from ..kernel import kernel
from . import scheduler
from .actors import actors, alive
from .ourframes import keeps
from .touches import touch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any

    from .actors import Actor
    from .records import Run
    from .shapes import Accesses

CALLS = ("CALL", "CALL_KW", "CALL_FUNCTION_EX")
_AFTER_YIELD_FROM = 2
"""`RESUME_AFTER_YIELD_FROM` in Include/internal/pycore_opcode_utils.h: `RESUME` with this or more, of its lowest two bits, does not look."""


class Places:
    """Where in a code object the interpreter looks."""

    def __init__(self, code: "CodeType") -> None:
        self.after: dict[int, int] = {}
        """By the offset of the instruction that follows a call: that of the call."""
        self.lines_after: set[int] = set()
        """The lines that may begin with one of those instructions."""
        self.resumes: set[int] = set()
        """The offsets of each `RESUME` that looks."""
        self.spread: set[int] = set()
        """The offsets of each `CALL_FUNCTION_EX`."""
        call = None
        for one in dis.get_instructions(code):
            if call is not None:
                self.after[one.offset] = call
                if one.line_number is not None:
                    self.lines_after.add(one.line_number)
            call = one.offset if one.opname in CALLS else None
            if one.opname == "CALL_FUNCTION_EX":
                self.spread.add(one.offset)
            elif one.opname == "RESUME" and one.arg & 3 < _AFTER_YIELD_FROM:  # pyright: ignore[reportOptionalOperand]
                self.resumes.add(one.offset)


@keeps()
def _look(me: "Actor") -> None:
    """The interpreter looks whether another thread wants to run."""
    me.fresh = False
    if scheduler.run.over is None and len(alive) > 1:
        scheduler.point(me, False)
        me.at = scheduler.LOOKED


@keeps()
def _returned(run: "Run", code: "CodeType", frame: "FrameType") -> None:
    """Looks, if a call of the frame's has just returned that is followed by a look.

    `run.calls_under_way` has, by the `id` of a frame of the program's, the offset of the call that it makes of something other than a Python function of the program's.
    """
    call = scheduler.batch.program.places[code].after.get(frame.f_lasti)
    if call is not None and run.calls_under_way.pop(id(frame), None) == call:
        _look(run.running)  # pyright: ignore[reportArgumentType]


@keeps()
def on_line(code: "CodeType", line: int) -> None:
    """Before each line of the program, which is no switch point: what it does belongs to the step."""
    run = scheduler.run
    me = run.running
    if me is not None:
        batch = scheduler.batch
        if line in batch.program.places[code].lines_after:
            _returned(run, code, sys._getframe(1))
        me.at = scheduler.LOOKED
        if batch.footprint is not None and run.over is None and len(actors) > 1:
            run.did.extend(batch.footprint[code].get(line, ()))
    run.count_line()


def _add(run: "Run", accesses: "Accesses | None") -> None:
    if accesses and run.over is None and len(actors) > 1:
        run.did.extend(accesses)


@keeps()
def on_instruction(code: "CodeType", offset: int) -> object:
    """Before each instruction that follows a call, or touches objects."""
    batch, run = scheduler.batch, scheduler.run
    follows = offset in batch.program.places[code].after
    if follows and run.running is not None:
        _returned(run, code, sys._getframe(1))
    if batch.touched is not None and offset in batch.touched[code]:
        touch(code, offset, sys._getframe(1))
    elif not follows:
        return sys.monitoring.DISABLE
    return None


def on_call(frame: "Any", offset: int, called: object) -> None:
    """Before a call by the program's own code."""
    code, frame = frame.f_code, id(frame)
    spread = offset in scheduler.batch.program.places[code].spread
    if _is_own(called.__func__ if type(called) is MethodType and not spread else called):
        scheduler.run.calls_under_way.pop(frame, None)
    else:
        scheduler.run.calls_under_way[frame] = offset


def _is_own(called: object) -> bool:
    return type(called) is FunctionType and called.__code__ in scheduler.batch.own


@keeps()
def on_start(code: "CodeType", _: int) -> object:
    """A function begins: the program's own, or one of the library's that an operator of the program's calls, such as `Counter.__missing__`."""
    batch = scheduler.batch
    own = code in batch.own
    if not own and (not code.co_name.startswith("__") or code.co_filename.startswith(kernel.FOLDER)):
        return sys.monitoring.DISABLE
    run = scheduler.run
    me = run.running
    if me is None:
        return None
    frame = sys._getframe(1)
    if own:
        run.calls_under_way.pop(id(frame), None)
        if me.fresh and code is me.begins:
            # Its first step has just begun.
            me.fresh = False
            me.at = scheduler.LOOKED
            return None
        _look(me)
    elif frame.f_back is not None and frame.f_back.f_code in batch.own:
        _look(me)
    return None


@keeps()
def on_resume(code: "CodeType", offset: int) -> None:
    """A generator or a coroutine goes on in the midst of a line."""
    run, batch = scheduler.run, scheduler.batch
    me = run.running
    if me is None:
        return
    if offset in batch.program.places[code].resumes:
        _look(me)
    if batch.footprint is not None:
        _add(run, batch.standing[code].get(offset, ()))


@keeps()
def on_jump(code: "CodeType", source: int, target: int) -> object:
    """A loop goes round."""
    if target > source:
        return sys.monitoring.DISABLE
    run, batch = scheduler.run, scheduler.batch
    me = run.running
    if me is not None:
        _look(me)
        if batch.footprint is not None:
            _add(run, batch.standing[code].get(target, ()))
    run.count_line()
    return None


_events = sys.monitoring.events
CALLBACKS = {
    _events.LINE: on_line,
    _events.INSTRUCTION: on_instruction,
    _events.PY_START: on_start,
    _events.PY_RESUME: on_resume,
    _events.JUMP: on_jump,
}
"""By event of `sys.monitoring`."""
