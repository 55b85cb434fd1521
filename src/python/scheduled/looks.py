"""Where CPython with the GIL could switch in a run that is made by another rule: so the stepper can tell a switch of any CPython from one that only a free-threaded one makes.

A thread `looked` if it has touched nothing that threads share since the interpreter last looked whether another thread wants to run (gil.py): a switch there comes to what
a switch where the interpreter looked comes to. Only runs that are watched have these events, under a tool of their own: of two tools, CPython asks the one with the higher number first (`most_significant_bit` in Python/instrumentation.c).
"""

import sys
from types import FunctionType, MethodType

from ..threads import locks
from . import gil, lines, scheduler

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType

    from .actors import Actor
    from .patches import Patches

TOOL = 4
assert TOOL > lines.TOOL


class Sight:
    """What is known of one thread."""

    __slots__ = ("looked", "touches", "calls")

    def __init__(self) -> None:
        self.looked = True
        """Whether it has touched nothing since a look."""
        self.touches = False
        """Whether the instruction that it is at touches something."""
        self.calls: dict[int, int] = {}
        """By the `id` of a frame of the program's, the offset of the call that it makes of something other than a Python function of the program's."""


_sights: dict[int, Sight] = {}
"""By the number of the thread, in the run that is watched."""
_places: "dict[CodeType, gil.Places]" = {}


def could_switch(actor: "Actor") -> bool:
    """Whether CPython with the GIL could switch where a parked thread stands: it waits, has ended, is within the library's Python code, or has looked."""
    if scheduler.batch.gil or actor.done or not actor.frames or actor.call is not None:
        return True
    if actor.on is not None and not actor.on.lets(actor):
        return True
    sight = _sights.get(actor.number)
    return sight is None or sight.looked


def begin_run() -> None:
    """Forgets the threads of the run before."""
    _sights.clear()


def watch(patches: "Patches") -> None:
    """Turns on the events, until the patches are undone."""
    batch = scheduler.batch
    if batch.gil:
        return
    _places.clear()
    monitoring = sys.monitoring
    monitoring.use_tool_id(TOOL, "timeslice looks")
    patches.on_undo(_stop, batch.program.codes)
    wanted = 0
    for event, callback in _callbacks.items():
        wanted |= event
        monitoring.register_callback(TOOL, event, callback)
    for code in batch.program.codes:
        _places[code] = gil.Places(code)
        others = monitoring.get_local_events(lines.TOOL, code)
        monitoring.set_local_events(TOOL, code, wanted)
        # Where a second tool asks for INSTRUCTION, CPython 3.14 (and 3.15) no longer tells the first, until that asks once more.
        monitoring.set_local_events(lines.TOOL, code, 0)
        monitoring.set_local_events(lines.TOOL, code, others)


def _stop(codes: "list[CodeType]") -> None:
    for code in codes:
        sys.monitoring.set_local_events(TOOL, code, 0)
    sys.monitoring.free_tool_id(TOOL)
    _sights.clear()
    _places.clear()


def _sight() -> Sight | None:
    """That of the running thread; None while none of the program's runs."""
    me = scheduler.run.running
    if me is None:
        return None
    sight = _sights.get(me.number)
    if sight is None:
        sight = _sights[me.number] = Sight()
    return sight


def _arrive(code: "CodeType", frame: object, offset: int) -> Sight | None:
    """The running thread has come to an instruction: the one before it is done."""
    sight = _sight()
    if sight is None:
        return None
    if sight.touches:
        sight.looked = sight.touches = False
    call = _places[code].after.get(offset)
    if call is not None and sight.calls.pop(id(frame), None) == call:
        sight.looked = True
    return sight


def _on_line(code: "CodeType", _: int) -> None:
    frame = sys._getframe(1)
    _arrive(code, frame, frame.f_lasti)


def _on_instruction(code: "CodeType", offset: int) -> None:
    sight = _arrive(code, sys._getframe(1), offset)
    if sight is not None:
        sight.touches = offset in scheduler.batch.footprints.by_offset[code]


def _on_call(code: "CodeType", offset: int, called: object, _: object) -> None:
    sight = _sight()
    if sight is None:
        return
    frame = id(sys._getframe(1))
    function = called.__func__ if type(called) is MethodType else called
    if type(function) is not FunctionType:
        sight.calls[frame] = offset
    elif function.__code__ in scheduler.batch.own:
        sight.calls.pop(frame, None)
    else:
        sight.calls[frame] = offset
        # Entering a function of the library's looks. Our locks and `sleep` stand for functions in C.
        if not isinstance(getattr(called, "__self__", None), locks.lock) and function.__name__ != "sleep":
            sight.looked = True
            sight.touches = False


def _on_look(code: "CodeType", offset: int) -> None:
    """A function begins, or a generator goes on."""
    sight = _sight()
    if sight is not None and offset in _places[code].resumes:
        sight.looked = True
        sight.touches = False


def _on_jump(_: "CodeType", source: int, target: int) -> None:
    sight = _sight() if target < source else None
    if sight is not None:
        sight.looked = True
        sight.touches = False


_events = sys.monitoring.events
_callbacks = {
    _events.LINE: _on_line,
    _events.INSTRUCTION: _on_instruction,
    _events.CALL: _on_call,
    _events.PY_START: _on_look,
    _events.PY_RESUME: _on_look,
    _events.JUMP: _on_jump,
}
