"""The scheduled mode: a thread runs only when it is chosen, so that a run is a function of its choices. See README.md.

Invariants:

1. `running` is the one thread that executes the program's code; all others stand in `point`, or have not begun, or have ended.
2. A step begins when its thread is chosen and ends at that thread's next switch point. `did` is what it has done so far.
3. Once `over` is set nobody is chosen any more: every thread that wakes raises `Killed`, and the main one wakes them in turn.
4. A run leaves no thread: those of the pool stand in `Slot.live`, between two threads of programs.
5. There is no clock: `now` moves when a sleep or a timeout passes. If time is patient, that happens only when nobody else could go on;
   if it is free, whoever sleeps or waits with a timeout can be chosen at any moment, and being chosen is what lets the time pass.
"""

import sys

from ..kernel import kernel
from .actors import actors, alive
from .calls import own_frames
from .footprints import WRITE_ITEMS
from .sleepsets import stir

PATIENCE = (("time", "time"),)
CLOCK_PASSES = (("clock", "timeout"),)
MOST_LINES = 50_000
"""So many lines may a thread run between two switch points, and while it unwinds."""
LOOKED = (None, None)
"""Where a step began, if that was where CPython with the GIL looks."""
MOST_PRINTED = 100_000
"""So many characters may a run print."""

# Of all runs of a program.
program = None
"""What is run: see lines.py."""
fine = False
"""Whether instructions are switch points, and not lines."""
every = False
"""Whether all of them are."""
gil = False
"""Whether neither is, but the places where CPython with the GIL may switch: see gil.py."""
main_first = False
any_order = False
"""Whether the tasks of an event loop may go on in any order."""
free = False
"""Whether time is free."""
whole = True
"""Whether all steps are wanted; otherwise none of a prefix but its last."""
footprint = None
"""By code object: what a line (or an instruction) may do; None if nobody wants to know."""
standing = None
"""By code object: what may be done by a call that stands at an offset."""
BOTTOMS = set()
"""Functions of ours that nothing of the program's has called: to look at more frames takes time."""

relay = None
"""What hands over: see workers/python/host.ts."""
first_id = 0
"""The main thread's, from which the others' count."""

# Of one run.
running = None
over = None
"""The outcome, as src/core/schedule/types.ts has it; `redundant` for none."""
now = 0.0
did = []
failed = None
"""How a thread other than the main one ended that raised something, in words."""
chosen = []
"""Who took each step,"""
points = []
"""where it was chosen, and where the last one led to,"""
done = []
"""and what it did."""
prefix = ()
untold = 0
"""So many first steps nobody wants to know of: whoever gave the prefix knows them."""
asleep = {}
"""Who sleeps: another schedule has taken that thread's next step from the same state. It counts from the last choice of the prefix on."""
max_steps = 0
previous = -1
lines_left = 0
ending = False
"""Whether finalizers run at the end of a run, whose lines are no steps."""
printed = []
"""What the run has written to its standard output and error,"""
told = []
"""and to its standard output only, which belongs to the outcome."""
room_left = 0
"""How much more the run may print."""
on_point = None
"""Called at each switch point with who could go on, while a run is watched: see snapshot.py."""
locks_made = None
"""The locks of a run that is watched."""
note = name_state = None
"""Called at each switch point by the thread that comes to it, and then when nobody runs, while circles are looked for: see circles.py."""


def reset(main, first, most_steps, sleepers):
    """Begins a run with nobody but the main thread."""
    global over, now, chosen, points, done, prefix, untold, asleep, max_steps, previous, failed, lines_left, room_left
    actors[:] = alive[:] = [main]
    over = failed = None
    now = 0.0
    chosen, points, done = [], [], []
    prefix, max_steps, asleep = first, most_steps, sleepers
    untold = 0 if whole or note is not None else max(0, len(first) - 1)
    previous = -1
    lines_left = MOST_LINES
    room_left = MOST_PRINTED
    printed.clear()
    told.clear()


def abandon(why):
    """Gives the run up, unless it is over already. The reasons are those of src/core/schedule/types.ts."""
    global over
    if over is None:
        over = {"kind": "abandoned", "why": why}


def end_here():
    """Adds the last state of a run, in which nobody can be chosen any more."""
    points.append(((), (0,) * len(actors)))
    if on_point is not None:
        on_point([], ())


def point(me):
    """A switch point of the running thread: returns when it has been chosen for its next step."""
    global running
    if over is not None:
        raise kernel.Killed
    if on_point is not None:
        me.frames, me.call = own_frames(program.own)
    if note is not None:
        note(me)
    here = ()
    if footprint is not None:
        at = len(chosen)
        # Of a step that nobody wants to know of, only what whoever is parked will do is of use.
        if at >= untold or prefix[at] != me.number:
            here = _standing()
    if here:
        # What follows the operation belongs to the step as well.
        if me.wants is not None:
            me.wants = (*me.wants, *here)
        if me.late is not None:
            me.late = (*me.late, *here)
    following = choose()
    if following is not me:
        hand_over(me.strand, actors[0] if following is None else following)
        running = me
    # What was noted of its calls would keep their variables alive beyond their ends.
    me.frames = me.noted = ()
    if following is not me:
        if over is not None:
            raise kernel.Killed
    elif over is not None:
        raise kernel.Killed
    begin_step(me)
    did.extend(here)


def turn(strand):
    """As `point`, on a stack that several share, event loop and tasks: returns who of them was chosen."""
    global running
    if over is not None:
        raise kernel.Killed
    following = choose()
    if following is None or following.strand is not strand:
        hand_over(strand, actors[0] if following is None else following)
    if over is not None:
        raise kernel.Killed
    running = actors[previous]
    begin_step(running)
    return running


def begin_step(me):
    """The thread has been chosen."""
    global lines_left
    me.ops = 0
    me.at = None
    me.on = me.wants = me.deadline = me.late = None
    lines_left = MOST_LINES


def _standing():
    """What the running thread may do at the places where its calls stand."""
    found = []
    may_call = running.number > 0 and program.footprints.hands_over
    frame = sys._getframe(2)
    while frame is not None:
        code = frame.f_code
        places = standing.get(code)
        if places is not None:
            may_call = False
            found.extend(places.get(frame.f_lasti, ()))
        elif code in BOTTOMS:
            break
        frame = frame.f_back
    if program.footprints.mortal:
        found.append(("objects", "write"))
    if may_call or (program.footprints.caches and running.number > 0):
        # A timer or a pool's thread may call what is no function of the program's: `log.append`.
        found.extend(WRITE_ITEMS)
    return found


def choose():
    """Who takes the next step; None when there is none, and `over` says why. The step that was under way is done."""
    global did, over, previous, now
    at = len(chosen)
    if at < untold:
        pick = prefix[at]
        actor = actors[pick] if pick < len(actors) else None
        if actor is not None and not actor.done and (actor.on is None or actor.on.lets(actor)):
            chosen.append(pick)
            previous = pick
            return actor
    enabled = []
    passing = ()
    for actor in alive:
        on = actor.on
        if on is None or on.lets(actor):
            enabled.append(actor.number)
        elif actor.deadline is not None and (free or actor.deadline <= now):
            enabled.append(actor.number)
            passing = (*passing, actor.number)
    if main_first and 0 in enabled and 0 not in passing:
        enabled = [0]
    if not enabled and not free:
        enabled = passing = _earliest()
    where = (tuple(enabled), _nexts(passing))
    if on_point is not None:
        on_point(enabled, [number for number in passing if actors[number].deadline > now])
    if note is not None:
        name_state()
    if not enabled:
        over = {"kind": "deadlock", "waits": [_edge(actor) for actor in alive]}
    if asleep and at >= len(prefix) and at:
        stir(asleep, previous, did)
    if over is not None:
        pass
    elif at >= max_steps:
        over = {"kind": "abandoned", "why": "steps"}
    elif at < len(prefix):
        pick = prefix[at]
        if pick not in enabled:
            over = {"kind": "abandoned", "why": "diverged"}
    elif asleep:
        awake = [number for number in enabled if number not in asleep]
        if awake:
            pick = _go_on(awake, passing)
        else:
            over = {"kind": "redundant"}
    else:
        pick = _go_on(enabled, passing)
    points.append(where)
    did = []
    if over is not None:
        # What threads do while they unwind belongs to no step.
        return None
    done.append(did)
    chosen.append(pick)
    previous = pick
    actor = actors[pick]
    if pick in passing:
        actor.passed = time_passes(actor)
        now = max(now, actor.deadline)
        actor.timed_out = True
    return actor


def _earliest():
    """Who goes on when nobody could without time passing."""
    late = min((actor.deadline for actor in alive if actor.deadline is not None), default=None)
    return [] if late is None else [actor.number for actor in alive if actor.deadline == late]


def _go_on(able, passing):
    """The choice of `goOn` (src/core/schedule/guide.ts)."""
    if not passing:
        return previous if previous in able else able[0]
    willing = [number for number in able if number not in passing]
    if not willing:
        return able[0]
    return previous if previous in willing else willing[0]


def _nexts(passing):
    """What everybody does next, as far as it is known: 0 for those that have ended; only how many there are, if all live and nothing is known."""
    if len(alive) == len(actors) and not passing:
        for actor in alive:
            if actor.wants is not None:
                break
        else:
            return len(actors)
    found = [0] * len(actors)
    for actor in alive:
        found[actor.number] = (*time_passes(actor), *actor.late) if actor.number in passing else actor.wants
    return tuple(found)


def time_passes(actor):
    """Letting time pass, as an access. Where it is free, it bears upon those who look at the clock, and is a timeout by its kind; so it is for those whose time has come."""
    if not free and actor.deadline > now:
        return PATIENCE
    return CLOCK_PASSES if free and program.reads_clock else ((f"time of {actor.number}", "timeout"),)


def look_at_clock():
    """Notes that the running thread asks for the time, or counts from it."""
    if free and program.reads_clock and running is not None:
        did.append(("clock", "read"))


def _edge(actor):
    on = actor.on
    return {
        "thread": actor.number,
        "object": getattr(on, "told", on.object),
        "kind": getattr(on, "waiting", "join"),
        "holders": on.holders(),
    }


def hand_over(strand, to):
    """Parks this stack and lets another go on; returns when somebody hands over to it."""
    kernel.busy = True
    kernel.current = kernel.nobody
    other = to.strand
    kernel.chosen = other
    if other.started:
        relay[(other.id - first_id) << 8 | strand.id - first_id]
        kernel.park(relay)
    else:
        other.started = True
        kernel.strands[other.id] = other
        kernel.host.start(strand.id, other.id)
        kernel.park()
    kernel.current = strand
    kernel.chosen = None
    kernel.busy = False


def called_by_program():
    """Whether what the running thread does was asked for by the program's own code, and not by the library's."""
    frame = sys._getframe(2)
    while frame.f_code.co_filename.startswith(kernel.FOLDER):
        frame = frame.f_back
    return frame.f_code in program.own


def operation(me, wants, on=None):
    """A switch point before an operation, unless the step has just begun. `on` keeps it from being chosen until it can be done."""
    if (me.ops or (me.at is not None and _has_left(me))) and (len(alive) > 1 or (on is not None and not on.lets(me))):
        me.wants = wants
        me.on = on
        point(me)
    me.ops += 1


def _has_left(me):
    """Whether the running thread has left the line with which its step began, or done something with the instruction, so that others may see what that has done before they see what follows."""
    if gil:
        return True
    code, where = me.at
    if fine and where not in program.footprints.changes[code]:
        return False
    frame = sys._getframe(2)
    while frame is not None:
        here = frame.f_code
        if here in program.own:
            return here is not code or (frame.f_lasti if fine else frame.f_lineno) != where
        if here in BOTTOMS:
            break
        frame = frame.f_back
    return True


def block(me, on, wants, deadline=None, late=None):
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


def count_line():
    """Ends a thread that runs too many lines without a switch point."""
    global lines_left
    if running is None and not ending:
        return
    lines_left -= 1
    if lines_left < 0:
        abandon("steps")
        raise kernel.Killed
