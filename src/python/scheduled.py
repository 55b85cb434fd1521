"""The scheduled mode: a thread runs only when it is chosen, so that a run is a function of its choices. See README.md.

Invariants:

1. `running` is the one thread that executes the program's code; all others stand in `point`, or have not begun, or have ended.
2. A step begins when its thread is chosen and ends at that thread's next switch point. `did` is what it has done so far.
3. Once `over` is set nobody is chosen any more: every thread that wakes raises `Killed`, and the main one wakes them in turn.
4. A run leaves no thread: those of the pool stand in `_life`, between two threads of programs.
5. There is no clock: `now` moves when a sleep or a timeout passes, which happens only when nobody else could go on.
"""

import gc
import itertools
import json
import random
import sys
import threading
import time
import types
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR

from . import kernel, locks, report, trace
from .footprints import Footprints, codes_of

TOOL = 3
EPOCH = 1_700_000_000.0
"""What `time.time()` says when a run begins."""
MOST_LINES = 50_000
"""So many lines may a thread run between two switch points, and while it unwinds."""
MOST_THREADS = 16
MOST_PRINTED = 100_000
"""So many characters may a run print."""

cursors = []
"""All threads of the run, by number."""
alive = []
"""Those that have not ended, by number."""
running = None
over = None
"""The outcome, as src/core/schedule/types.ts has it; `redundant` for none."""
now = 0.0
did = []
chosen = []
_points = []
_done = []
_prefix = ()
_asleep = {}
"""Who sleeps: another schedule has taken that thread's next step from the same state. It counts from the last choice of the prefix on."""
_max_steps = 0
_lines_left = 0
_previous = -1
_out = []
_room_left = 0
"""How much more the run may print."""
_failed = None
_pool = []
_program = None
footprint = None
"""By code object: what a line (or an instruction) may do; None if nobody wants to know."""
on_point = None
"""Called at each switch point with who could go on, while a run is watched: see moments.py."""
locks_made = None
"""The locks of a run that is watched."""


class Cursor:
    """One thread of the program, as its schedule knows it."""

    __slots__ = ("number", "strand", "thread", "on", "wants", "deadline", "timed_out", "fresh", "ops", "made", "done", "object", "run", "frames")

    def __init__(self, number, strand, thread):
        self.number = number
        self.strand = strand
        self.thread = thread
        self.on = None
        """What it cannot go on without: something with `lets(cursor)`."""
        self.wants = None
        """What its next step does first, where that is known."""
        self.deadline = None
        self.timed_out = False
        self.fresh = True
        """Whether it has not come to its first switch point, which is where it begins."""
        self.ops = 0
        """How many operations on locks and threads this step has made: there is a switch point before all but the first."""
        self.made = 0
        """How many locks it has made, for their names."""
        self.done = False
        self.object = f"thread {number}"
        self.run = None
        """What it is to run, until it begins."""
        self.frames = ()
        """The program's calls under way, innermost first, while a run is watched. Noted by the thread itself: nobody else can walk its stack."""

    def lets(self, _):
        """Whether a thread that joins this one can go on."""
        return self.done

    def holders(self):
        return [] if self.done else [self.number]


class Slot:
    """A stack that runs one thread of a program after another."""

    def __init__(self, number):
        self.cursor = None
        self.strand = kernel.Strand(f"scheduled-{number}", (self.live, (), {}))

    def live(self):
        strand = self.strand
        while self.cursor is not None:
            cursor, self.cursor = self.cursor, None
            _run_thread(cursor)
            cursor = None
            _hand_over(strand, _after_end())


class _Never:
    """What a sleeping thread waits for."""

    object = "time"

    def lets(self, _):
        return False

    def holders(self):
        return []


NEVER = _Never()


class _Everybody:
    """What the end of the program waits for: the threads that are no daemons."""

    def lets(self, _):
        return not any(cursor.number and not cursor.thread.daemon for cursor in alive)

    @property
    def object(self):
        return next((cursor.object for cursor in alive if cursor.number and not cursor.thread.daemon), "threads")

    def holders(self):
        return [cursor.number for cursor in alive if cursor.number and not cursor.thread.daemon][:1]


EVERYBODY = _Everybody()


def point(me):
    """A switch point of the running thread: returns when it has been chosen for its next step."""
    global running
    if over is not None:
        raise kernel.Killed
    if on_point is not None:
        me.frames = _own_frames()
    following = _choose()
    if following is not me:
        _hand_over(me.strand, cursors[0] if following is None else following)
        running = me
        if over is not None:
            raise kernel.Killed
    elif over is not None:
        raise kernel.Killed
    _begin_step(me)


def _own_frames():
    found = []
    frame = sys._getframe(2)
    while frame is not None:
        if frame.f_code in _program.own:
            found.append(frame)
        frame = frame.f_back
    return found


def _begin_step(me):
    global _lines_left
    me.ops = 0
    me.on = me.wants = me.deadline = None
    _lines_left = MOST_LINES
    if footprint is not None:
        frame = sys._getframe(1)
        while frame is not None:
            places = footprint.get(frame.f_code)
            if places is not None:
                did.extend(places.get(frame.f_lasti if _fine else frame.f_lineno, ()))
            frame = frame.f_back


def _choose():
    """Who takes the next step; None when there is none, and `over` says why. The step that was under way is done."""
    global did, over, _previous, now
    enabled = []
    for cursor in alive:
        on = cursor.on
        if on is None or on.lets(cursor):
            enabled.append(cursor.number)
    if _main_first and 0 in enabled:
        enabled = [0]
    late = None
    if not enabled:
        late = min((cursor.deadline for cursor in alive if cursor.deadline is not None), default=None)
        if late is not None:
            enabled = [cursor.number for cursor in alive if cursor.deadline == late]
    where = (enabled, _nexts(late))
    if on_point is not None:
        on_point(enabled)
    if not enabled:
        over = {"kind": "deadlock", "waits": [_edge(cursor) for cursor in alive]}
    at = len(chosen)
    if _asleep and at >= len(_prefix) and at:
        _stir(_previous, did)
    if over is not None:
        pass
    elif at >= _max_steps:
        over = {"kind": "abandoned", "why": "steps"}
    elif at < len(_prefix):
        pick = _prefix[at]
        if pick not in enabled:
            over = {"kind": "abandoned", "why": "diverged"}
    elif _asleep:
        pick = _awake(enabled, late)
    else:
        pick = _previous if late is None and _previous in enabled else enabled[0]
    if over is not None:
        _points.append(where)
        return None
    _points.append(where)
    did = []
    _done.append(did)
    chosen.append(pick)
    _previous = pick
    cursor = cursors[pick]
    if late is not None:
        now = late
        cursor.timed_out = True
    return cursor


def _awake(enabled, late):
    """The choice of `goOn` (src/core/schedule/guide.ts) while threads sleep; the run is redundant where all that could go on do."""
    global over
    awake = [number for number in enabled if number not in _asleep]
    if not awake:
        over = {"kind": "redundant"}
        return -1
    return _previous if late is None and _previous in awake else awake[0]


_READERS = frozenset(("read", "fail", "join"))
_GLOBAL = frozenset(("time", "exit"))


class Sleeper:
    """What a sleeping thread's step would do, for comparing: see src/core/schedule/dependence.ts."""

    def __init__(self, accesses):
        self.everything = any(kind in _GLOBAL for _, kind, *_ in accesses)
        self.writes = {thing for thing, kind, *_ in accesses if kind not in _READERS and kind != "again"}
        self.touches = {thing for thing, kind, *_ in accesses if kind != "again"}

    def minds(self, step):
        """Whether a step conflicts with it."""
        if self.everything:
            return True
        for access in step:
            kind = access[1]
            if kind in _GLOBAL or (kind != "again" and access[0] in (self.writes if kind in _READERS else self.touches)):
                return True
        return False


def _stir(thread, step):
    """Wakes those who conflict with the step that a thread has just taken."""
    for number, sleeper in list(_asleep.items()):
        if number == thread or sleeper.minds(step):
            del _asleep[number]


def _nexts(late):
    """What everybody does next, as far as it is known: 0 for those that have ended; only how many there are, if all live and nothing is known."""
    if len(alive) == len(cursors) and late is None:
        for cursor in alive:
            if cursor.wants is not None:
                break
        else:
            return len(cursors)
    found = [0] * len(cursors)
    for cursor in alive:
        wants = cursor.wants
        if late is not None and cursor.deadline == late:
            wants = (("time", "time"),) if cursor.on is NEVER else (("time", "time"), (cursor.on.object, "fail"))
        found[cursor.number] = wants
    return found


def _edge(cursor):
    on = cursor.on
    return {"thread": cursor.number, "object": on.object, "kind": getattr(on, "waiting", "join"), "holders": on.holders()}


def _hand_over(strand, to):
    """Parks this stack and lets another go on; returns when somebody hands over to it."""
    kernel.busy = True
    kernel.current = kernel.nobody
    other = to.strand
    kernel.chosen = other
    if other.started:
        kernel.host.switchTo(strand.id, other.id, False)
    else:
        other.started = True
        kernel.strands[other.id] = other
        kernel.host.start(strand.id, other.id)
    kernel.park()
    kernel.current = strand
    kernel.chosen = None
    kernel.busy = False


def operation(me, wants, on=None):
    """A switch point before an operation, unless the step has just begun. `on` keeps it from being chosen until it can be done."""
    if me.ops and (len(alive) > 1 or (on is not None and not on.lets(me))):
        me.wants = wants
        me.on = on
        point(me)
    me.ops += 1


def block(me, on, wants, deadline=None):
    """Waits until `on` lets the thread go on (True), or until time has passed (False)."""
    me.on = on
    me.wants = wants
    me.deadline = deadline
    point(me)
    me.ops = 1
    if me.timed_out:
        me.timed_out = False
        return False
    return True


def start_thread(thread, run):
    """Adds a thread to the run; it takes its first step when it is chosen."""
    global over
    me = running
    operation(me, None)
    number = len(cursors)
    if number >= MOST_THREADS:
        over = {"kind": "abandoned", "why": "threads"}
        point(me)
    while len(_pool) < number:
        _pool.append(Slot(len(_pool) + 1))
    slot = _pool[number - 1]
    cursor = Cursor(number, slot.strand, thread)
    slot.cursor = cursor
    cursor.run = run
    cursors.append(cursor)
    alive.append(cursor)
    did.append((cursor.object, "start"))
    did.append(("threads", "start"))
    return cursor


def _run_thread(me):
    """The whole life of one thread."""
    global running, _failed
    running = me
    run, me.run = me.run, None
    try:
        if over is None:
            _begin_step(me)
            run()
    except (SystemExit, kernel.Killed):
        pass
    except BaseException as error:
        if over is None and _failed is None:
            _failed = f"{me.thread.name}: {report.in_words(error)}"
    finally:
        run = None
    for forget in kernel.on_end:
        forget(me.strand)
    threading._active.pop(me.strand.id, None)
    me.done = True
    alive.remove(me)
    did.append((me.object, "end", 1))


def _after_end():
    """To whom a thread hands over that has ended."""
    following = None if over is not None else _choose()
    return cursors[0] if following is None else following


def on_line(code, line):
    """Before each line of the program."""
    me = running
    if me is None:
        return
    if over is None and len(alive) > 1:
        if not _fine:
            begins_at = _program.footprints.waits[code].get(line)
            if begins_at is not None:
                frame = sys._getframe(1)
                if _is_lock(frame, begins_at):
                    _approach(me, frame, code, line, begins_at[0])
                    return
        if not me.fresh:
            point(me)
            return
    me.fresh = False
    if footprint is not None and over is None and len(cursors) > 1:
        # No switch point, but part of the step.
        did.extend(footprint[code].get(line, ()))
    _count_line()


def _is_lock(frame, begins_at):
    """Whether the line begins with a lock, or what is built on one. Looks at attributes without running any of the program's code."""
    _, name, attributes = begins_at
    thing = frame.f_locals.get(name, frame.f_globals.get(name))
    for attribute in attributes:
        thing = getattr(thing, "__dict__", _NOTHING).get(attribute)
    return isinstance(thing, _LOCKS)


_NOTHING = {}
_LOCKS = (locks.lock, threading.Condition, threading.Semaphore)


def _approach(me, frame, code, line, first):
    """Before a line that acquires a lock, or a `with` at its end.

    The line is no switch point: the acquiring is one, with a name, so that nobody is chosen for finding the lock held. Nor is the
    releasing: whoever wants the lock can as well be chosen after it.
    """
    if footprint is not None:
        did.extend(footprint[code].get(line, ()))
    me.fresh = False
    if frame.f_lasti <= first + 2:
        me.ops += 1


def on_instruction(code, offset):
    """Before each instruction that is a switch point."""
    if not _every and offset not in _program.footprints.by_offset[code]:
        return sys.monitoring.DISABLE
    return on_line(code, offset)


def on_jump(code, source, target):
    """A loop within one line, which has no event of its own: a `while` begins its line anew, all others are counted, lest they be endless."""
    starts = _program.lines[code]
    if target > source or starts.get(target, 0) != starts.get(source, 0):
        return sys.monitoring.DISABLE
    if target in _program.starts[code] and not _fine:
        on_line(code, starts[target])
        return None
    _count_line()
    return None


def _count_line():
    global _lines_left, over
    if running is None:
        return
    _lines_left -= 1
    if _lines_left < 0:
        if over is None:
            over = {"kind": "abandoned", "why": "steps"}
        raise kernel.Killed


def on_resume(code, _):
    """A generator goes on in the midst of a line."""
    if footprint is not None and running is not None:
        frame = sys._getframe(1)
        did.extend(footprint[code].get(frame.f_lasti if _fine else frame.f_lineno, ()))


class Program:
    """A program, compiled once for all of its runs."""

    def __init__(self, source, filename, granularity, watch):
        self.code = compile(source, filename, "exec", dont_inherit=True)
        self.filename = filename
        self.codes = codes_of(self.code)
        self.own = frozenset(self.codes)
        self.lines = {code: {offset: line for first, end, line in code.co_lines() for offset in range(first, end, 2)} for code in self.codes}
        """By code object and offset."""
        self.starts = {code: _starts_of(code) for code in self.codes}
        self.watch = watch
        self.uses_random = "random" in source
        self.footprints = Footprints(self.codes)


def _starts_of(code):
    """The offsets at which a line begins that the one before does not belong to."""
    found = set()
    before = None
    for first, _, line in code.co_lines():
        if line is not None and line != before:
            found.add(first)
        before = line if line is not None else before
    return found


_fine = False
_every = False
_main_first = False


def run_once(item):
    """One run; returns what src/core/schedule/types.ts calls a RunResult, packed: see workers/python/schedules.ts."""
    global running, over, now, did, chosen, _points, _done, _prefix, _asleep, _max_steps, _previous, _failed, _lines_left, _room_left
    program = _program
    main = kernel.main
    cursors[:] = [Cursor(0, main, threading.main_thread())]
    me = cursors[0]
    alive[:] = cursors
    over = _failed = None
    now = 0.0
    chosen, _points, _done = [], [], []
    _prefix, _max_steps = item["prefix"], item["maxSteps"]
    _asleep = {number: Sleeper(accesses) for number, accesses in item.get("sleep", ())}
    _previous = -1
    _lines_left = MOST_LINES
    _room_left = MOST_PRINTED
    _out.clear()
    me.fresh = True
    space = types.ModuleType("__main__")
    space.__builtins__ = __builtins__
    sys.modules["__main__"] = space
    threading._counter = itertools.count(1).__next__
    if program.uses_random:
        random.seed(0)
    failure = None
    _choose()
    if over is None:
        running = me
        try:
            try:
                exec(program.code, vars(space))
            except kernel.Killed:
                pass
            except SystemExit:
                pass
            except BaseException as error:
                failure = report.in_words(error)
            if over is None and not EVERYBODY.lets(me):
                block(me, EVERYBODY, tuple((cursor.object, "join") for cursor in alive if cursor.number and not cursor.thread.daemon))
            if over is None:
                did.append((me.object, "end", 1))
                if len(alive) > 1:
                    did.append(("program", "exit"))
        except kernel.Killed:
            pass
    state = "".join(_out) + "".join(f"{name} = {vars(space).get(name)!r}\n" for name in program.watch)
    if over is None:
        failure = failure or _failed
        over = {"kind": "finished", "state": state} if failure is None else {"kind": "exception", "message": failure, "state": state}
        _points.append(([], [0] * len(cursors)))
        if on_point is not None:
            alive.clear()
            me.done = True
            on_point([])
    # Those that are left unwind, each on its own stack.
    for cursor in alive[1:]:
        if not cursor.strand.started or cursor.run is not None:
            _pool[cursor.number - 1].cursor = None
            threading._active.pop(cursor.strand.id, None)
        else:
            _hand_over(main, cursor)
    running = None
    outcome = None if over["kind"] == "redundant" else over
    packed = [[chosen[at], *_points[at], _done[at]] for at in range(len(chosen))]
    result = {"steps": packed, "end": _points[-1], "outcome": outcome}
    alive.clear()
    cursors.clear()
    return result


def watch_run(item):
    """Makes one run and tells of its state at every switch point, or from one on; returns both as JSON. Called by the page on a stack of its own."""
    from . import moments

    global on_point, locks_made
    told = []
    locks_made = []
    first = json.loads(item)["from"]

    def on_point(enabled):
        if len(chosen) >= first:
            told.append(moments.look(enabled))

    try:
        result = run_many(f"[{item}]", True)
    finally:
        on_point = locks_made = None
    return json.dumps({"result": result, "moments": told})


class Printed:
    """The program's `sys.stdout` and `sys.stderr`."""

    encoding = "utf-8"

    def write(self, text):
        global over, _room_left
        if running is not None:
            did.append(("stdout", "write"))
        _room_left -= len(text)
        if _room_left < 0 and over is None:
            over = {"kind": "abandoned", "why": "steps"}
            raise kernel.Killed
        if over is None:
            _out.append(text)
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False


class Unread:
    """The program's `sys.stdin`."""

    encoding = "utf-8"

    def readline(self, *_):
        refuse()


def virtual_time():
    return EPOCH + now


def virtual_clock():
    return now


def sleep(seconds, /):
    """Waits in virtual time."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    me = running
    operation(me, None)
    block(me, NEVER, (("time", "time"),), now + seconds)
    did.append(("time", "time"))


def refuse(*_):
    """Stands for the kernel's own waiting during a run: what comes from outside of the program (input, network, processes, event loops) is in no schedule."""
    kernel.busy = False
    raise RuntimeError("This program waits for something from outside of it, which no schedule can tell.")


def prepare(source, filename, granularity, watch, main_first):
    """Compiles the program that the following runs are of; returns the words of its syntax error, or None."""
    global _program, _fine, _every, _main_first
    _program = None
    gc.unfreeze()
    try:
        _program = Program(source, filename, granularity, list(watch))
    except SyntaxError as error:
        return report.in_words(error)
    _fine = granularity != "line"
    _every = granularity == "bytecode"
    _main_first = main_first
    # What is there now stays: the collector need not look at it after every batch of runs.
    gc.freeze()


def run_many(items, with_accesses):
    """Makes some runs, one after another; returns their results as JSON. Called by the page on a stack of its own."""
    from . import scheduledlocks

    global footprint
    items = json.loads(items)
    kernel.busy = True
    kernel.current = kernel.main
    kernel.strands.clear()
    kernel.strands[kernel.main.id] = kernel.main
    kernel._last_id = 0
    kernel.main.doomed = None
    kernel.busy = False
    kernel.host.guard()
    footprint = None
    if with_accesses:
        footprint = _program.footprints.by_offset if _fine else _program.footprints.by_line
    before = (sys.stdout, sys.stderr, sys.stdin, time.sleep, time.time, time.monotonic, time.perf_counter)
    main = sys.modules.get("__main__")
    sys.stdout = sys.stderr = Printed()
    sys.stdin = Unread()
    time.sleep, time.time, time.monotonic, time.perf_counter = sleep, virtual_time, virtual_clock, virtual_clock
    threading._time = virtual_clock
    waits = kernel.wait, kernel.wait_outside
    kernel.wait = kernel.wait_outside = refuse
    restore = scheduledlocks.install()
    # Finalizers run when a run does, not when it suits the collector.
    gc.disable()
    _watch(True)
    try:
        return json.dumps([run_once(item) for item in items])
    finally:
        _watch(False)
        _dismiss()
        restore()
        kernel.wait, kernel.wait_outside = waits
        trace.clear()
        gc.enable()
        gc.collect()
        sys.stdout, sys.stderr, sys.stdin, time.sleep, time.time, time.monotonic, time.perf_counter = before
        threading._time = time.monotonic
        sys.modules.pop("__main__", None)
        if main is not None:
            sys.modules["__main__"] = main
        kernel.current = kernel.nobody


def _dismiss():
    """Lets the stacks of the pool end."""
    for slot in _pool:
        if slot.strand.started:
            slot.cursor = None
            # Who ends hands over to whoever is ready.
            kernel.ready.append(kernel.main)
            _hand_over(kernel.main, slot)
    cursors.clear()
    _pool.clear()


def _watch(on):
    monitoring = sys.monitoring
    events = monitoring.events
    wanted = (events.INSTRUCTION if _fine else events.LINE) | events.JUMP
    if on:
        monitoring.use_tool_id(TOOL, "timeslice")
        monitoring.register_callback(TOOL, wanted & ~events.JUMP, on_instruction if _fine else on_line)
        monitoring.register_callback(TOOL, events.PY_RESUME, on_resume)
        monitoring.register_callback(TOOL, events.JUMP, on_jump)
    for code in _program.codes:
        suspends = code.co_flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)
        monitoring.set_local_events(TOOL, code, (wanted | events.PY_RESUME if suspends else wanted) if on else 0)
    if not on:
        monitoring.free_tool_id(TOOL)
