"""One run after another, as the page asks for them."""

import gc
import importlib
import itertools
import random
import sys
import threading
import types
from _sha2 import sha256  # pyright: ignore[reportMissingImports]
from json import loads

from ..kernel import kernel, report, trace
from ..kernel.tojson import dumps
from . import circles, ending, lines, locks, looks, loop, names, scheduler, threads, world
from .accesses import ANYTHING, SHUT
from .actors import EVERYBODY, Actor, actors, alive
from .disassembly import disassemble
from .keep import Kept
from .ourframes import bottom, keeps
from .packed import POINT, Made, Packed
from .patches import Patches
from .priorities import ByPriority
from .records import Batch, Run
from .sleepsets import Sleeper
from .snapshot import Watcher

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from .shapes import Item, Namer, Nexts, Point, Prefixed, Reader

MOST_TO_WARM_UP = 200
"""How many steps the run takes that is made for its imports."""
MOST_TOLD = 4_000
"""How many characters of a text of the program's are told of an outcome: there may be thousands of outcomes, and nobody reads more."""


def prepare(
    source: str, filename: str, granularity: str, watch: str, main_first: bool, free: bool, any_order: bool
) -> str | None:
    """Compiles the program that the following runs are of; returns the words of its syntax error with its line, or None."""
    scheduler.begin_batch(None)
    gc.unfreeze()
    try:
        program = lines.Program(source, filename, granularity, loads(watch))
    except SyntaxError as error:
        return f"{report.in_words(error)} (line {error.lineno or 1})"
    scheduler.begin_batch(Batch(program, granularity, main_first, free, any_order))
    # What is there now stays: the collector need not look at it after every batch of runs.
    gc.freeze()
    return None


def run_many(items: str, with_accesses: bool, whole: bool) -> str:
    """Makes some runs, one after another; returns their results as JSON, see `Packed`. Called by the page on a stack of its own.

    `items` is JSON as `packItems` in src/core/python/packedRuns.ts makes it. Unless the `whole` of each run is wanted, only the last step of its prefix is told, and those
    behind it: the page knows the others.
    """
    return _make_all(loads(items), with_accesses, whole).to_json()


def watch_run(item: "Any") -> str:
    """Makes one run and tells of its state at every switch point, from step `from` of the item on; returns both as JSON. Called by the page on a stack of its own."""
    item = loads(item)
    first = item["from"]
    watcher = Watcher(first)
    packed = _make_all([item], True, True, watcher)
    # A circle that was found ends the run earlier than it was watched.
    del watcher.states[max(0, packed.steps_of(0) + 1 - first) :]
    batch = scheduler.batch
    codes = disassemble(batch.program) if batch.fine and first == 0 else None
    return dumps({"result": packed.to_json(), "moments": watcher.states, "codes": codes})


def _make_all(items: "Iterable[Item]", with_accesses: bool, whole: bool, watcher: Watcher | None = None) -> Packed:
    """Makes these runs; returns them as `Packed`."""
    packed = Packed()
    with Patches() as patches:
        begin_batch(patches, with_accesses, whole, watcher is not None)
        for item in items:
            packed.add(_run(item, watcher))
        if watcher is not None:
            watcher.forget()
    return packed


def begin_batch(patches: Patches, with_accesses: bool, whole: bool, watched: bool) -> None:
    """Makes the interpreter ready for runs of the program that is prepared, until `patches` are undone. `watched`: their states are told."""
    _enter_kernel()
    batch = scheduler.batch
    batch.begin(with_accesses, whole)
    patches.on_undo(_leave, sys.modules.get("__main__"))
    world.enter(patches)
    patches.on_undo(collect)
    loop.install(patches)
    locks.install(patches)
    # Finalizers run when a run does, not when it suits the collector.
    gc.disable()
    patches.on_undo(gc.enable)
    patches.on_undo(_put_back)
    patches.on_undo(threads.dismiss)
    lines.watch(patches)
    if watched:
        looks.watch(patches)
    batch.kept = _kept_of(batch.program)
    _warm_up()
    lines.watch_library()


def collect() -> None:
    """Forgets what earlier runs have left: after a batch, or before a run that the reader steps through."""
    trace.clear()
    # What is kept of the last run would let its tasks live until the next one ends, and they would say so there.
    scheduler.forget_run()
    pools = sys.modules.get("concurrent.futures.thread")
    if pools is not None:
        # Or the program that ends next in this interpreter would join the threads of pools that were left.
        pools._threads_queues.clear()
    gc.collect()


def _leave(main: types.ModuleType | None) -> None:
    """At the very end of a batch: `main` is the module `__main__` that there was before it, if there was one."""
    _forget_pools()
    sys.modules.pop("__main__", None)
    if main is not None:
        sys.modules["__main__"] = main
    kernel.current = kernel.nobody


def _warm_up() -> None:
    """Makes a run for nothing but its imports: modules that are loaded on the way make locks, and those would be counted in the first run only."""
    program = scheduler.batch.program
    if program.warm:
        return
    program.warm = True
    make_run({"prefix": ()}, MOST_TO_WARM_UP)
    _put_back()


def _kept_of(program: lines.Program) -> Kept | None:
    """What the library has that this program may change, before a run does; None where the program changes nothing."""
    if not program.changes:
        return None
    for name in program.changes:
        try:
            importlib.import_module(name)
        except Exception:
            # Then the program's own import will fail, too.
            pass
    return Kept(program.changes)


def _put_back() -> None:
    """Between two runs: puts back what the program has changed of the library."""
    kept = scheduler.batch.kept
    if kept is not None:
        kept.restore()


def _enter_kernel() -> None:
    """Makes the main thread the one that runs, and forgets all others."""
    kernel.busy = True
    kernel.current = kernel.main
    kernel.strands.clear()
    kernel.strands[kernel.main.id] = kernel.main
    # No thread waits for a turn that the kernel gives, not even one of an earlier program.
    kernel.ready.clear()
    kernel.timers.clear()
    kernel._arrivals.clear()
    kernel.chosen = None
    kernel.count_anew()
    kernel.main.doomed = None
    kernel.busy = False
    # No thread of a program.
    kernel.host.guard(0)


def _run(item: "Item", watcher: Watcher | None = None) -> Made:
    """Makes one run, as `item` says; if it does not end, makes it again with more steps, and looks for a circle. Returns a `Made`."""
    program, most, first = scheduler.batch.program, item["maxSteps"], len(item["prefix"])
    # What is watched is run once.
    limit = most if watcher is not None else min(most, first + program.patience)
    while True:
        made = make_run(item, limit, watcher)
        if (
            limit <= first
            or made.untold + len(made.steps) < limit
            or made.outcome != {"kind": "abandoned", "why": "steps"}
        ):
            return made
        circle = circles.first_circle(lambda steps, namer: make_run(item, steps, namer=namer), limit)
        if circle is not None:
            at, why = circle
            told = at - made.untold
            end = made.steps[told][POINT] if told < len(made.steps) else made.end
            return Made(made.untold, made.steps[:told], _with_all_feared(*end), {"kind": "abandoned", "why": why})
        if limit == most:
            return made._replace(end=_with_all_feared(*made.end))
        program.patience *= 4
        limit = min(most, first + program.patience)


def _with_all_feared(enabled: tuple[int, ...], nexts: "Nexts") -> "Point":
    """The last switch point of a run that was left: a thread that could have gone on might have done anything, or the reduction would not try it earlier."""
    if isinstance(nexts, int):
        nexts = (None,) * nexts
    return enabled, tuple(ANYTHING if one is None and thread in enabled else one for thread, one in enumerate(nexts))


def make_run(
    item: "Prefixed",
    most_steps: int,
    watcher: Watcher | None = None,
    namer: "Namer | None" = None,
    reader: "Reader | None" = None,
) -> Made:
    """Makes one run of at most `most_steps` steps: one that is longer is abandoned there. Returns a `Made`. A `reader` is waited for where no choice is given."""
    _put_back()
    batch = scheduler.batch
    program, prefix = batch.program, item["prefix"]
    me = Actor(0, kernel.main, threading.main_thread())
    run = Run(
        prefix,
        most_steps,
        {number: Sleeper(accesses) for number, accesses in item.get("sleep", ())},
        reader.untold if reader is not None else 0 if batch.whole or namer is not None else max(0, len(prefix) - 1),
        watcher,
        namer,
        reader,
        ByPriority(*item["priorities"]) if "priorities" in item else None,
    )
    scheduler.begin_run(run, me)
    looks.begin_run()
    space = types.ModuleType("__main__")
    space.__builtins__ = __builtins__  # pyright: ignore[reportAttributeAccessIssue]
    space.__file__ = program.filename
    sys.modules["__main__"] = space
    threading._counter = itertools.count(1).__next__  # pyright: ignore[reportAttributeAccessIssue]
    _forget_pools()
    loop.begin_run()
    world.begin_run()
    if program.uses_random:
        random.seed(0)
    failure = None
    scheduler.choose()
    if run.over is None:
        run.running = me
        failure = _run_main(me, vars(space))
    if run.over is None:
        # The lines of a `__repr__` are no steps, nor are those of finalizers.
        run.running = None
        watched = "".join(f"{name} = {vars(space).get(name)!r}\n" for name in program.watch)
        if program.leaves:
            if watcher is not None:
                watcher.note_globals()
            space = None
            ending.finalize()
    if run.over is None:
        _finish(me, failure or run.failed, watched)  # pyright: ignore[reportPossiblyUnboundVariable]
    if len(run.points) == len(run.chosen if reader is None else run.done):
        # Given up in the midst of a step: here it ends.
        scheduler.end_here()
    threads.unwind()
    run.running = None
    alive.clear()
    actors.clear()
    if space is None or program.leaves:
        # Nothing of this run is finalized in the next.
        space = None
        ending.finalize()
    else:
        # Functions and what they are called in would keep each other until the collector comes.
        vars(space).clear()
    return Made.of(run)


def _forget_pools() -> None:
    """Numbers the pools of the next run from 0; those of the last one have no threads any more that could be waited for."""
    pools = sys.modules.get("concurrent.futures.thread")
    if pools is not None:
        pools.ThreadPoolExecutor._counter = itertools.count().__next__
        pools._threads_queues.clear()
        pools._shutdown = False  # pyright: ignore[reportAttributeAccessIssue]
        pools._global_shutdown_lock._holder = None


@bottom
@keeps("failure")
def _run_main(me: Actor, space: "dict[str, Any]") -> str | None:
    """The program, the end of its other threads, and what it wants done at its exit; returns the words of what it raised."""
    run = scheduler.run
    failure = None
    try:
        try:
            exec(scheduler.batch.program.code, space)
        except (SystemExit, kernel.Killed):
            pass
        except BaseException as error:
            failure = report.in_words(error)
            if run.over is None and sys.excepthook is not sys.__excepthook__:
                ending.call_hook(error)
        if run.over is None:
            ending.before_join()
        if run.over is None and not EVERYBODY.lets(me):
            scheduler.block(
                me,
                EVERYBODY,
                tuple((actor.object, "join") for actor in alive if actor.number and not actor.thread.daemon),
            )
        if run.over is None:
            ending.call_exit_functions()
            run.did.append((me.object, "end", SHUT))
            if len(alive) > 1:
                run.did.append((names.PROGRAM, "exit"))
    except kernel.Killed:
        pass
    return failure


def _finish(me: Actor, failure: str | None, watched: str) -> None:
    """Gives the run its outcome, when no thread has anything to do any more. `failure` is the words of an exception, `watched` the text of the variables that are part of the outcome."""
    run = scheduler.run
    texts = {"state": "".join(run.told) + watched}
    if failure is not None:
        texts["message"] = failure
    run.over = {
        "kind": "finished" if failure is None else "exception",
        **{name: _shortened(text) for name, text in texts.items()},
    }
    if any(len(text) > MOST_TOLD for text in texts.values()):
        run.over["whole"] = sha256(repr(texts).encode("utf-8", "backslashreplace")).hexdigest()
    me.done = True
    scheduler.end_here()


def _shortened(text: str) -> str:
    """A text with its middle left out, where it is too long to be told."""
    left_out = len(text) - MOST_TOLD
    return (
        text
        if left_out <= 0
        else f"{text[: MOST_TOLD // 2]}\n… {left_out:,} characters are left out here …\n{text[-MOST_TOLD // 2 :]}"
    )
