"""The scheduled mode: a thread runs only when it is chosen, so that a run is a function of its choices. See README.md.

Invariants:

1. `run.running` is the one thread that executes the program's code; all others stand in `point`, or have not begun, or have ended.
2. A step begins when its thread is chosen and ends at that thread's next switch point. `run.did` is what it has done so far.
3. Once `run.over` is set no thread is chosen any more: every thread that wakes raises `Killed`, and the main one wakes them in turn.
4. A run leaves no thread: those of the pool stand in `Slot.live`, between two threads of programs.
5. There is no clock: `run.now` moves when a sleep or a timeout passes. If time is patient, that happens only when no other thread could go on;
   if it is free, a thread that sleeps or waits with a timeout can be chosen at any moment, and being chosen lets the time pass.
"""

import sys

from ..kernel import kernel
from . import names
from .accesses import CLOCK_PASSES, END_OBJECTS, ENDED, READ_CLOCK, TIME_PASSES, WRITE_ITEMS
from .actors import actors, alive
from .calls import own_frames
from .ourframes import BOTTOMS, keeps
from .records import MOST_LINES, Run
from .sleepsets import stir

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

    from ..kernel.strand import Strand
    from .actors import Actor
    from .records import Batch
    from .shapes import Access, Accesses, Awaited, Nexts, OnStack

LOOKED = (None, None)
"""Where a step began, if that was where CPython with the GIL looks whether to switch."""

batch: "Batch" = None  # pyright: ignore[reportAssignmentType]
"""The `Batch` under way; None before a program is prepared."""
run = Run()
"""The `Run` under way, or the last one."""


def begin_batch(new: "Batch | None") -> None:
    """Makes this the batch of the runs that follow; None where there is no program."""
    global batch
    batch = new  # pyright: ignore[reportAssignmentType]


def begin_run(new: Run, main: "Actor") -> None:
    """Begins a run, in which there is nobody but the main thread."""
    global run
    actors[:] = alive[:] = [main]
    run = new


def forget_run() -> None:
    """Lets go of what is kept of the last run, of which nothing is told any more."""
    global run
    run = Run()


def end_here() -> None:
    """Adds the last state of a run, in which nobody can be chosen any more."""
    run.points.append(((), (ENDED,) * len(actors)))
    if run.watcher is not None:
        run.watcher.look([], ())


def point(me: "Actor", begun: bool = True) -> None:
    """A switch point of the running thread: returns when it has been chosen for its next step. Raises `kernel.Killed` when the run is over.

    `begun` says whether the program's innermost call is in the midst of an instruction, and not before one.
    """
    this = run
    if this.over is not None:
        raise kernel.Killed
    if this.watcher is not None and not this.passes_by(me.number):
        me.frames, me.within = own_frames(batch.own)
    if this.namer is not None:
        this.namer.note(me)
    here = ()
    if batch.footprint is not None:
        at = len(this.chosen)
        # Of a step that is not told, only what the threads that are parked will do is of use.
        if at >= this.untold or this.prefix[at] != me.number:
            here = _standing(begun)
    if here:
        # What follows the operation belongs to the step as well.
        if me.wants is not None:
            me.wants = (*me.wants, *here)
        if me.late is not None:
            me.late = (*me.late, *here)
    following = choose()
    if following is not me:
        hand_over(me.strand, actors[0] if following is None else following)
        this.running = me
    # What was noted of its calls would keep their variables alive beyond their ends.
    me.frames = me.within = me.noted = ()
    if this.over is not None:
        raise kernel.Killed
    begin_step(me)
    this.did.extend(here)


def turn(strand: "Strand") -> "Actor":
    """As `point`, on a stack that several actors share (an event loop and its tasks): returns the one that was chosen."""
    if run.over is not None:
        raise kernel.Killed
    following = choose()
    if following is None or following.strand is not strand:
        hand_over(strand, actors[0] if following is None else following)
    if run.over is not None:
        raise kernel.Killed
    run.running = chosen = actors[run.previous]
    begin_step(chosen)
    return chosen


def begin_step(me: "Actor") -> None:
    """The thread has been chosen."""
    me.ops = 0
    me.at = None
    me.on = me.wants = me.deadline = me.late = None
    run.lines_left = MOST_LINES


def _standing(begun: bool) -> "list[Access]":
    """What the running thread may do at the places where its calls stand."""
    found = []
    footprints, standing, of_begun = batch.footprints, batch.standing, batch.begun
    is_other = run.running.number > 0  # pyright: ignore[reportOptionalMemberAccess]
    may_call = is_other and footprints.hands_over
    frame = sys._getframe(2)
    while frame is not None:
        code = frame.f_code
        places = standing.get(code)
        if places is not None:
            may_call = False
            found.extend(places.get(frame.f_lasti, ()))
            if of_begun is not None:
                if begun:
                    at = frame.f_lasti
                    last = run.calls.get(id(frame))
                    known = last is not None and last[1] == at and last[0] is code
                    found.extend(last[2] if known else of_begun[code].get(at, ()))  # pyright: ignore[reportOptionalSubscript]
                begun = True
        elif code in BOTTOMS:
            break
        frame = frame.f_back
    if footprints.mortal:
        found.append(END_OBJECTS)
    if may_call or (footprints.caches and is_other):
        # A timer or a pool's thread may call what is no function of the program's: `log.append`.
        found.extend(WRITE_ITEMS)
    return found


def choose() -> "Actor | None":
    """The actor that takes the next step; None when there is none, and `run.over` says why. The step that was under way is done."""
    this = run
    chosen = this.chosen
    at = len(chosen)
    if at < this.untold:
        pick: int = this.prefix[at]
        actor = actors[pick] if pick < len(actors) else None
        if actor is not None and not actor.done and (actor.on is None or actor.on.lets(actor)):
            chosen.append(pick)
            this.previous = pick
            return actor
    enabled, passing = _able()
    this.points.append((tuple(enabled), _nexts(passing)))
    if this.watcher is not None:
        this.watcher.look(enabled, [number for number in passing if actors[number].deadline > this.now])  # pyright: ignore[reportOptionalOperand]
    if this.namer is not None:
        this.namer.add()
    if not enabled:
        this.over = {"kind": "deadlock", "waits": [_edge(actor) for actor in alive]}
    elif this.reader is not None and at >= len(this.prefix):
        this.reader.wait(enabled)
    if this.asleep and at >= len(this.prefix) and at:
        stir(this.asleep, this.previous, this.did)
    pick = None if this.over is not None else _pick(at, enabled, passing)  # pyright: ignore[reportAssignmentType]
    this.did = []
    if this.over is not None:
        # What threads do while they unwind belongs to no step.
        return None
    this.done.append(this.did)
    chosen.append(pick)
    this.previous = pick
    actor = actors[pick]
    if pick in passing:
        actor.passed = time_passes(actor)
        this.now = max(this.now, actor.deadline)  # pyright: ignore[reportArgumentType]
        actor.timed_out = True
    return actor


def _able() -> "tuple[list[int], Sequence[int]]":
    """The numbers of the actors that can be chosen, and of those among them that go on only by letting time pass."""
    enabled = []
    passing = ()
    free, now = batch.free, run.now
    for actor in alive:
        on = actor.on
        if on is None or on.lets(actor):
            enabled.append(actor.number)
        elif actor.deadline is not None and (free or actor.deadline <= now):
            enabled.append(actor.number)
            passing = (*passing, actor.number)
    if batch.main_first and 0 in enabled and 0 not in passing:
        enabled = [0]
    if not enabled and not free:
        enabled = passing = _earliest()
    return enabled, passing


def _pick(at: int, enabled: "Sequence[int]", passing: "Sequence[int]") -> int | None:
    """Who of those that can be chosen takes step `at`; None where the run ends instead, as `run.over` then says."""
    asleep = run.asleep
    if at >= run.max_steps:
        run.over = {"kind": "abandoned", "why": "steps"}
        return None
    if at < len(run.prefix):
        pick = run.prefix[at]
        if pick in enabled:
            return pick
        run.over = {"kind": "abandoned", "why": "diverged"}
        return None
    if run.priorities is not None:
        return run.priorities.choose(at, enabled)
    if not asleep:
        return _go_on(enabled, passing)
    awake = [number for number in enabled if number not in asleep]
    if awake:
        return _go_on(awake, passing)
    run.over = {"kind": "redundant"}
    return None


def _earliest() -> list[int]:
    """Who goes on when nobody could without time passing."""
    late = min((actor.deadline for actor in alive if actor.deadline is not None), default=None)
    return [] if late is None else [actor.number for actor in alive if actor.deadline == late]


def _go_on(able: "Sequence[int]", passing: "Sequence[int]") -> int:
    """The choice of `goOn` (src/core/schedule/guide.ts)."""
    previous = run.previous
    if not passing:
        return previous if previous in able else able[0]
    willing = [number for number in able if number not in passing]
    if not willing:
        return able[0]
    return previous if previous in willing else willing[0]


def _nexts(passing: "Sequence[int]") -> "Nexts":
    """What each actor does next, as far as it is known: the second part of a switch point (accesses.py)."""
    if len(alive) == len(actors) and not passing:
        for actor in alive:
            if actor.wants is not None:
                break
        else:
            return len(actors)
    found: "list[Accesses | int | None]" = [ENDED] * len(actors)
    for actor in alive:
        found[actor.number] = (*time_passes(actor), *actor.late) if actor.number in passing else actor.wants  # pyright: ignore[reportOptionalIterable]
    return tuple(found)


def time_passes(actor: "Actor") -> "Accesses":
    """Letting time pass, as accesses. Where it is free, it conflicts with the steps that look at the clock, and is a timeout by its kind; so it is for actors whose time has come."""
    if not batch.free and actor.deadline > run.now:  # pyright: ignore[reportOptionalOperand]
        return TIME_PASSES
    if batch.free and batch.program.reads_clock:
        return CLOCK_PASSES
    return ((names.deadline(actor.number), "timeout"),)


def look_at_clock() -> None:
    """Notes that the running thread asks for the time, or counts from it."""
    if batch.free and batch.program.reads_clock and run.running is not None:
        run.did.append(READ_CLOCK)


def _edge(actor: "Actor") -> dict[str, object]:
    on: "Awaited" = actor.on  # pyright: ignore[reportAssignmentType]
    return {
        "thread": actor.number,
        "object": getattr(on, "told", on.object),
        "kind": getattr(on, "waiting", "join"),
        "holders": on.holders(),
    }


def hand_over(strand: "Strand", to: "OnStack") -> None:
    """Parks this stack and lets another go on; returns when somebody hands over to it."""
    kernel.busy = True
    kernel.current = kernel.nobody
    other = to.strand
    kernel.chosen = other
    if other.started:
        relay, first = batch.relay, batch.first_id
        relay[(other.id - first) << 8 | strand.id - first]
        kernel.park(relay)
    else:
        other.started = True
        kernel.strands[other.id] = other
        kernel.host.start(strand.id, other.id)
        kernel.park()
    kernel.current = strand
    kernel.chosen = None
    kernel.busy = False


def called_by_program() -> bool:
    """Whether what the running thread does was asked for by the program's own code, and not by the library's."""
    frame: "FrameType" = sys._getframe(2)
    while frame.f_code.co_filename.startswith(kernel.FOLDER):
        frame = frame.f_back  # pyright: ignore[reportAssignmentType]
    return frame.f_code in batch.own


@keeps()
def operation(me: "Actor", wants: "Accesses | None", on: "Awaited | None" = None) -> None:
    """A switch point before an operation, unless the step has just begun. `on` keeps it from being chosen until it can be done."""
    if (me.ops or (me.at is not None and _has_left(me))) and (len(alive) > 1 or (on is not None and not on.lets(me))):
        me.wants = wants
        me.on = on
        point(me)
    me.ops += 1


def _has_left(me: "Actor") -> bool:
    """Whether the running thread has left the line with which its step began, or done something with the instruction: then others may see what that has done before they see what follows."""
    if batch.gil:
        return True
    fine, own = batch.fine, batch.own
    code, where = me.at  # pyright: ignore[reportGeneralTypeIssues]
    if fine and where not in batch.footprints.changes[code]:  # pyright: ignore[reportArgumentType]
        return False
    frame = sys._getframe(2)
    while frame is not None:
        here = frame.f_code
        if here in own:
            return here is not code or (frame.f_lasti if fine else frame.f_lineno) != where
        if here in BOTTOMS:
            break
        frame = frame.f_back
    return True


@keeps()
def block(
    me: "Actor", on: "Awaited", wants: "Accesses", deadline: float | None = None, late: "Accesses | None" = None
) -> bool:
    """Waits until `on` lets the thread go on (True), or until time has passed (False): then the step does `passed` and `late` first, instead of `wants`."""
    me.on = on
    me.wants = wants
    me.deadline = deadline
    me.late = late
    point(me)
    me.ops = 1
    if me.timed_out:
        me.timed_out = False
        return False
    return True
