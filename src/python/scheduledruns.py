"""One run after another, as the page asks for them."""

import gc
import importlib
import itertools
import random
import sys
import threading
import types
from _sha2 import sha256
from json import loads

from . import (
    kernel,
    moments,
    report,
    scheduled,
    scheduledcircles,
    scheduledend,
    scheduledlines,
    scheduledlocks,
    scheduledloop,
    scheduledthreads,
    scheduledworld,
    trace,
)
from .disassembly import disassemble
from .footprints import ANYTHING
from .scheduledcursors import EVERYBODY, Cursor, alive, cursors
from .scheduledkeep import Kept
from .scheduledsleepers import Sleeper
from .tojson import dumps

MOST_TO_WARM_UP = 200
MOST_TOLD = 4_000
"""How many characters of a text of the program's are told of an outcome: there may be thousands of outcomes, and nobody reads more."""


def prepare(source, filename, granularity, watch, main_first, free, any_order):
    """Compiles the program that the following runs are of; returns the words of its syntax error with its line, or None."""
    scheduled.program = None
    gc.unfreeze()
    try:
        scheduled.program = scheduledlines.Program(source, filename, granularity, loads(watch))
    except SyntaxError as error:
        return f"{report.in_words(error)} (line {error.lineno or 1})"
    scheduled.fine = granularity != "line"
    scheduled.every = granularity == "bytecode"
    scheduled.main_first = main_first
    scheduled.free = free
    scheduled.any_order = any_order
    # What is there now stays: the collector need not look at it after every batch of runs.
    gc.freeze()
    return None


def run_many(items, with_accesses, whole):
    """Makes some runs, one after another; returns their results as JSON, see `Packed`. Called by the page on a stack of its own.

    Unless the `whole` of each is wanted, it tells nothing of the steps of its prefix but the last: whoever gave the prefix knows them.
    """
    items = loads(items)
    _begin_batch()
    footprints = scheduled.program.footprints
    scheduled.whole = whole
    scheduled.footprint = None if not with_accesses else footprints.by_offset if scheduled.fine else footprints.by_line
    scheduled.standing = footprints.by_offset if scheduled.fine else footprints.by_place
    main = sys.modules.get("__main__")
    leave = scheduledworld.enter()
    restore = scheduledlocks.install()
    restore_loops = scheduledloop.install()
    # Finalizers run when a run does, not when it suits the collector.
    gc.disable()
    scheduledlines.watch(True)
    try:
        _keep()
        _warm_up()
        scheduledlines.watch_library()
        packed = Packed()
        for item in items:
            packed.add(_run(item))
        return dumps([packed.things, packed.runs])
    finally:
        scheduledlines.watch(False)
        scheduledthreads.dismiss()
        _put_back()
        restore()
        restore_loops()
        trace.clear()
        pools = sys.modules.get("concurrent.futures.thread")
        if pools is not None:
            # Or whichever program ends next in this interpreter would join the threads of pools that were left.
            pools._threads_queues.clear()
        gc.enable()
        gc.collect()
        leave()
        _forget_pools()
        sys.modules.pop("__main__", None)
        if main is not None:
            sys.modules["__main__"] = main
        kernel.current = kernel.nobody


def watch_run(item):
    """Makes one run and tells of its state at every switch point, or from one on; returns both as JSON. Called by the page on a stack of its own."""
    told = []
    scheduled.locks_made = []
    first = loads(item)["from"]

    def on_point(enabled, passing):
        if len(scheduled.chosen) >= first:
            told.append(moments.look(enabled, passing))

    scheduled.on_point = on_point
    try:
        result = run_many(f"[{item}]", True, True)
    finally:
        scheduled.on_point = scheduled.locks_made = None
    # A circle that was found ends the run earlier than it was watched.
    del told[max(0, loads(result)[1][0][2] + 1 - first) :]
    codes = disassemble(scheduled.program) if scheduled.fine and first == 0 else None
    return dumps({"result": result, "moments": told, "codes": codes})


def _warm_up():
    """Makes a run for nothing but its imports: modules that are loaded on the way make locks, and those would be counted in the first run only."""
    if scheduled.program.warm:
        return
    scheduled.program.warm = True
    watched = scheduled.on_point, scheduled.locks_made
    scheduled.on_point = scheduled.locks_made = None
    _make({"prefix": ()}, MOST_TO_WARM_UP)
    _put_back()
    scheduled.on_point, scheduled.locks_made = watched


def _keep():
    """Notes what the library has that this program may change, before a run does."""
    global _kept
    _kept = None
    if scheduled.program.changes:
        for name in scheduled.program.changes:
            try:
                importlib.import_module(name)
            except Exception:
                # Then the program will be told.
                pass
        _kept = Kept(scheduled.program.changes)


_kept = None


def _put_back():
    """Between two runs."""
    if _kept is not None:
        _kept.restore()


def _begin_batch():
    kernel.busy = True
    kernel.current = kernel.main
    kernel.strands.clear()
    kernel.strands[kernel.main.id] = kernel.main
    # Nobody waits for a turn that the kernel gives, not even from before.
    kernel.ready.clear()
    kernel.timers.clear()
    kernel._arrivals.clear()
    kernel.chosen = None
    kernel._last_id = 0
    kernel.main.doomed = None
    kernel.busy = False
    kernel.host.guard()
    scheduled.relay = kernel.host.relay
    scheduled.first_id = kernel.main.id
    kernel.host.relayFrom(kernel.main.id)


def _run(item):
    """One run; returns what src/core/schedule/types.ts calls a RunResult, packed: see workers/python/schedules.ts."""
    program, most, first = scheduled.program, item["maxSteps"], len(item["prefix"])
    # Whoever is watched is run once.
    limit = most if scheduled.on_point is not None else min(most, first + program.patience)
    while True:
        result = _make(item, limit)
        if (
            limit <= first
            or result["untold"] + len(result["steps"]) < limit
            or result["outcome"] != {"kind": "abandoned", "why": "steps"}
        ):
            return result
        circle = scheduledcircles.first_circle(lambda steps: _make(item, steps), limit)
        if circle is not None:
            at, why = circle
            steps, untold = result["steps"], result["untold"]
            end = steps[at - untold][1] if at - untold < len(steps) else result["end"]
            return {
                "untold": untold,
                "steps": steps[: at - untold],
                "end": _with_all_feared(*end),
                "outcome": {"kind": "abandoned", "why": why},
            }
        if limit == most:
            return {**result, "end": _with_all_feared(*result["end"])}
        program.patience *= 4
        limit = min(most, first + program.patience)


def _with_all_feared(enabled, nexts):
    """The last state of a run that was left: those who could have gone on might have done anything, or the reduction would not try them earlier."""
    if isinstance(nexts, int):
        nexts = (None,) * nexts
    return enabled, tuple(ANYTHING if one is None and thread in enabled else one for thread, one in enumerate(nexts))


def _make(item, most_steps):
    """The same, of so many steps at most; one that goes on for ever is abandoned there."""
    _put_back()
    me = Cursor(0, kernel.main, threading.main_thread())
    scheduled.reset(
        me, item["prefix"], most_steps, {number: Sleeper(accesses) for number, accesses in item.get("sleep", ())}
    )
    space = types.ModuleType("__main__")
    space.__builtins__ = __builtins__
    space.__file__ = scheduled.program.filename
    sys.modules["__main__"] = space
    threading._counter = itertools.count(1).__next__
    _forget_pools()
    scheduledloop.begin_run()
    scheduledworld.begin_run()
    if scheduled.program.uses_random:
        random.seed(0)
    failure = None
    scheduled.choose()
    if scheduled.over is None:
        scheduled.running = me
        failure = _run_main(me, vars(space))
    if scheduled.over is None:
        # The lines of a `__repr__` are no steps, nor are those of finalizers.
        scheduled.running = None
        watched = "".join(f"{name} = {vars(space).get(name)!r}\n" for name in scheduled.program.watch)
        if scheduled.program.leaves:
            if scheduled.on_point is not None:
                moments.note_globals()
            space = None
            scheduledend.finalize()
    if scheduled.over is None:
        _finish(me, failure or scheduled.failed, watched)
    if len(scheduled.points) == len(scheduled.chosen):
        # Given up in the midst of a step: here it ends.
        scheduled.end_here()
    scheduledthreads.unwind()
    scheduled.running = None
    alive.clear()
    cursors.clear()
    if space is None or scheduled.program.leaves:
        # Nothing of this run is finalized in the next.
        space = None
        scheduledend.finalize()
    else:
        # Functions and what they are called in would keep each other until the collector comes.
        vars(space).clear()
    chosen, points, done = scheduled.chosen, scheduled.points, scheduled.done
    untold = min(len(chosen), scheduled.untold)
    # Where they were passed, there is nothing to tell of them.
    before = len(done) - len(chosen)
    steps = [(chosen[at], points[before + at], tuple(done[before + at])) for at in range(untold, len(chosen))]
    outcome = None if scheduled.over["kind"] == "redundant" else scheduled.over
    return {"untold": untold, "steps": steps, "end": points[-1] if points else ((), 0), "outcome": outcome}


class Packed:
    """What runs have come to, in few words: equal points, accesses and outcomes of a batch are told once. See src/core/python/packedRuns.ts."""

    def __init__(self):
        self.things = []
        self.places = {}
        self.runs = []

    def _place(self, thing, key):
        place = self.places.get(key)
        if place is None:
            place = self.places[key] = len(self.things)
            self.things.append(thing)
        return place

    def add(self, run):
        """Adds what came of a run."""
        place = self._place
        steps, untold, outcome = run["steps"], run["untold"], run["outcome"]
        row = [place(outcome, repr(outcome)), untold, untold + len(steps)]
        for thread, point, did in steps:
            row += (thread, place(point, point), place(did, did))
        row.append(place(run["end"], run["end"]))
        self.runs.append(row)


def _forget_pools():
    """Numbers the pools of the next run from 0; those of the last one have no threads any more that could be waited for."""
    pools = sys.modules.get("concurrent.futures.thread")
    if pools is not None:
        pools.ThreadPoolExecutor._counter = itertools.count().__next__
        pools._threads_queues.clear()
        pools._shutdown = False
        pools._global_shutdown_lock._holder = None


def _run_main(me, space):
    """The program, the end of its other threads, and what it wants done at its exit; returns the words of what it raised."""
    failure = None
    try:
        try:
            exec(scheduled.program.code, space)
        except (SystemExit, kernel.Killed):
            pass
        except BaseException as error:
            failure = report.in_words(error)
            if scheduled.over is None and sys.excepthook is not sys.__excepthook__:
                scheduledend.call_hook(error)
        if scheduled.over is None:
            scheduledend.before_join()
        if scheduled.over is None and not EVERYBODY.lets(me):
            scheduled.block(
                me,
                EVERYBODY,
                tuple((cursor.object, "join") for cursor in alive if cursor.number and not cursor.thread.daemon),
            )
        if scheduled.over is None:
            scheduledend.call_exit_functions()
            scheduled.did.append((me.object, "end", 1))
            if len(alive) > 1:
                scheduled.did.append(("program", "exit"))
    except kernel.Killed:
        pass
    return failure


scheduled.BOTTOMS.add(_run_main.__code__)


def _finish(me, failure, watched):
    """Nobody has to do anything any more: says what it has come to."""
    texts = {"state": "".join(scheduled.told) + watched}
    if failure is not None:
        texts["message"] = failure
    scheduled.over = {
        "kind": "finished" if failure is None else "exception",
        **{name: _shortened(text) for name, text in texts.items()},
    }
    if any(len(text) > MOST_TOLD for text in texts.values()):
        scheduled.over["whole"] = sha256(repr(texts).encode("utf-8", "backslashreplace")).hexdigest()
    me.done = True
    scheduled.end_here()


def _shortened(text):
    """A text with its middle left out, where it is too long to be told."""
    left_out = len(text) - MOST_TOLD
    return (
        text
        if left_out <= 0
        else f"{text[: MOST_TOLD // 2]}\n… {left_out:,} characters are left out here …\n{text[-MOST_TOLD // 2 :]}"
    )
