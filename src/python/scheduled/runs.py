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

from ..kernel import kernel, report, trace
from ..kernel.tojson import dumps
from . import circles, ending, gil, lines, locks, loop, scheduler, snapshot, threads, world
from .actors import EVERYBODY, Actor, actors, alive
from .disassembly import disassemble
from .footprints import ANYTHING
from .keep import Kept
from .sleepsets import Sleeper

MOST_TO_WARM_UP = 200
MOST_TOLD = 4_000
"""How many characters of a text of the program's are told of an outcome: there may be thousands of outcomes, and nobody reads more."""


def prepare(source, filename, granularity, watch, main_first, free, any_order):
    """Compiles the program that the following runs are of; returns the words of its syntax error with its line, or None."""
    scheduler.program = None
    gc.unfreeze()
    try:
        scheduler.program = lines.Program(source, filename, granularity, loads(watch))
    except SyntaxError as error:
        return f"{report.in_words(error)} (line {error.lineno or 1})"
    scheduler.gil = granularity == "gil"
    scheduler.fine = granularity in ("access", "free-threaded", "bytecode")
    scheduler.every = granularity == "bytecode"
    scheduler.main_first = main_first
    scheduler.free = free
    scheduler.any_order = any_order
    # What is there now stays: the collector need not look at it after every batch of runs.
    gc.freeze()
    return None


def run_many(items, with_accesses, whole):
    """Makes some runs, one after another; returns their results as JSON, see `Packed`. Called by the page on a stack of its own.

    Unless the `whole` of each is wanted, it tells nothing of the steps of its prefix but the last: whoever gave the prefix knows them.
    """
    items = loads(items)
    _begin_batch()
    footprints = scheduler.program.footprints
    scheduler.whole = whole
    scheduler.footprint = None if not with_accesses else footprints.by_offset if scheduler.fine else footprints.by_line
    scheduler.standing = (
        footprints.by_rest if scheduler.gil else footprints.by_offset if scheduler.fine else footprints.by_place
    )
    main = sys.modules.get("__main__")
    leave = world.enter()
    restore = locks.install()
    restore_loops = loop.install()
    # Finalizers run when a run does, not when it suits the collector.
    gc.disable()
    lines.watch(True)
    try:
        _keep()
        _warm_up()
        lines.watch_library()
        packed = Packed()
        for item in items:
            packed.add(_run(item))
        return dumps([packed.things, packed.runs])
    finally:
        lines.watch(False)
        threads.dismiss()
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
    scheduler.locks_made = []
    first = loads(item)["from"]

    def on_point(enabled, passing):
        if len(scheduler.chosen) >= first:
            told.append(snapshot.take(enabled, passing))

    scheduler.on_point = on_point
    try:
        result = run_many(f"[{item}]", True, True)
    finally:
        scheduler.on_point = scheduler.locks_made = None
    # A circle that was found ends the run earlier than it was watched.
    del told[max(0, loads(result)[1][0][2] + 1 - first) :]
    codes = disassemble(scheduler.program) if scheduler.fine and first == 0 else None
    return dumps({"result": result, "moments": told, "codes": codes})


def _warm_up():
    """Makes a run for nothing but its imports: modules that are loaded on the way make locks, and those would be counted in the first run only."""
    if scheduler.program.warm:
        return
    scheduler.program.warm = True
    watched = scheduler.on_point, scheduler.locks_made
    scheduler.on_point = scheduler.locks_made = None
    _make({"prefix": ()}, MOST_TO_WARM_UP)
    _put_back()
    scheduler.on_point, scheduler.locks_made = watched


def _keep():
    """Notes what the library has that this program may change, before a run does."""
    global _kept
    _kept = None
    if scheduler.program.changes:
        for name in scheduler.program.changes:
            try:
                importlib.import_module(name)
            except Exception:
                # Then the program will be told.
                pass
        _kept = Kept(scheduler.program.changes)


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
    kernel.count_anew()
    kernel.main.doomed = None
    kernel.busy = False
    kernel.host.guard()
    scheduler.relay = kernel.host.relay
    scheduler.first_id = kernel.main.id
    kernel.host.relayFrom(kernel.main.id)


def _run(item):
    """One run; returns what src/core/schedule/types.ts calls a RunResult, packed: see workers/python/schedules.ts."""
    program, most, first = scheduler.program, item["maxSteps"], len(item["prefix"])
    # Whoever is watched is run once.
    limit = most if scheduler.on_point is not None else min(most, first + program.patience)
    while True:
        result = _make(item, limit)
        if (
            limit <= first
            or result["untold"] + len(result["steps"]) < limit
            or result["outcome"] != {"kind": "abandoned", "why": "steps"}
        ):
            return result
        circle = circles.first_circle(lambda steps: _make(item, steps), limit)
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
    me = Actor(0, kernel.main, threading.main_thread())
    scheduler.reset(
        me, item["prefix"], most_steps, {number: Sleeper(accesses) for number, accesses in item.get("sleep", ())}
    )
    space = types.ModuleType("__main__")
    space.__builtins__ = __builtins__
    space.__file__ = scheduler.program.filename
    sys.modules["__main__"] = space
    threading._counter = itertools.count(1).__next__
    _forget_pools()
    loop.begin_run()
    gil.begin_run()
    world.begin_run()
    if scheduler.program.uses_random:
        random.seed(0)
    failure = None
    scheduler.choose()
    if scheduler.over is None:
        scheduler.running = me
        failure = _run_main(me, vars(space))
    if scheduler.over is None:
        # The lines of a `__repr__` are no steps, nor are those of finalizers.
        scheduler.running = None
        watched = "".join(f"{name} = {vars(space).get(name)!r}\n" for name in scheduler.program.watch)
        if scheduler.program.leaves:
            if scheduler.on_point is not None:
                snapshot.note_globals()
            space = None
            ending.finalize()
    if scheduler.over is None:
        _finish(me, failure or scheduler.failed, watched)
    if len(scheduler.points) == len(scheduler.chosen):
        # Given up in the midst of a step: here it ends.
        scheduler.end_here()
    threads.unwind()
    scheduler.running = None
    alive.clear()
    actors.clear()
    if space is None or scheduler.program.leaves:
        # Nothing of this run is finalized in the next.
        space = None
        ending.finalize()
    else:
        # Functions and what they are called in would keep each other until the collector comes.
        vars(space).clear()
    chosen, points, done = scheduler.chosen, scheduler.points, scheduler.done
    untold = min(len(chosen), scheduler.untold)
    # Where they were passed, there is nothing to tell of them.
    before = len(done) - len(chosen)
    steps = [(chosen[at], points[before + at], tuple(done[before + at])) for at in range(untold, len(chosen))]
    outcome = None if scheduler.over["kind"] == "redundant" else scheduler.over
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
            exec(scheduler.program.code, space)
        except (SystemExit, kernel.Killed):
            pass
        except BaseException as error:
            failure = report.in_words(error)
            if scheduler.over is None and sys.excepthook is not sys.__excepthook__:
                ending.call_hook(error)
        if scheduler.over is None:
            ending.before_join()
        if scheduler.over is None and not EVERYBODY.lets(me):
            scheduler.block(
                me,
                EVERYBODY,
                tuple((actor.object, "join") for actor in alive if actor.number and not actor.thread.daemon),
            )
        if scheduler.over is None:
            ending.call_exit_functions()
            scheduler.did.append((me.object, "end", 1))
            if len(alive) > 1:
                scheduler.did.append(("program", "exit"))
    except kernel.Killed:
        pass
    return failure


scheduler.BOTTOMS.add(_run_main.__code__)


def _finish(me, failure, watched):
    """Nobody has to do anything any more: says what it has come to."""
    texts = {"state": "".join(scheduler.told) + watched}
    if failure is not None:
        texts["message"] = failure
    scheduler.over = {
        "kind": "finished" if failure is None else "exception",
        **{name: _shortened(text) for name, text in texts.items()},
    }
    if any(len(text) > MOST_TOLD for text in texts.values()):
        scheduler.over["whole"] = sha256(repr(texts).encode("utf-8", "backslashreplace")).hexdigest()
    me.done = True
    scheduler.end_here()


def _shortened(text):
    """A text with its middle left out, where it is too long to be told."""
    left_out = len(text) - MOST_TOLD
    return (
        text
        if left_out <= 0
        else f"{text[: MOST_TOLD // 2]}\n… {left_out:,} characters are left out here …\n{text[-MOST_TOLD // 2 :]}"
    )
