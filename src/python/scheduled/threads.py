"""The stacks on which the threads of programs live, one after another, and the life of one of them."""

# CPython's own modules have more than their stubs tell.
# pyright: reportAttributeAccessIssue=false

import math
import threading

from ..kernel import kernel, lifetimes, report
from . import lines, names, scheduler
from .accesses import END_OBJECTS, SHUT, WRITE_ITEMS
from .actors import Actor, Ended, actors, alive
from .calls import own_frames
from .ourframes import bottom, keeps
from .patches import Patches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType

    from .shapes import ThreadLike

MOST_THREADS = 16
"""How many threads and tasks a run may have, the main thread included."""
pool: "list[Slot]" = []
"""One stack for each thread number from 1 on; all of them stay until the batch ends."""


class Slot:
    """A stack that runs one thread of a program after another."""

    def __init__(self, number: int) -> None:
        self.actor: Actor | None = None
        self.strand = kernel.Strand(f"scheduled-{number}", (self.live, (), {}))

    def live(self) -> None:
        strand = self.strand
        while self.actor is not None:
            actor, self.actor = self.actor, None
            _run_thread(actor)
            actor = None
            scheduler.hand_over(strand, _after_end())


def start_thread(thread: threading.Thread, body: "Callable[[], object]") -> Actor:
    """Adds a thread to the run, which calls `body` from its first step on. Raises `kernel.Killed` where there are `MOST_THREADS` already."""
    run = scheduler.run
    number = len(actors)
    if number >= MOST_THREADS:
        run.abandon("threads")
        raise kernel.Killed
    if number == 1 and scheduler.batch.touched is not None:
        own = scheduler.batch.own
        run.objects.add_reachable(list(reversed(own_frames(own)[0])), own, actors[0])
    while len(pool) < number:
        pool.append(Slot(len(pool) + 1))
    slot = pool[number - 1]
    actor = Actor(number, slot.strand, thread)
    slot.actor = actor
    actor.run = body
    actors.append(actor)
    alive.append(actor)
    run.did.append((actor.object, "start"))
    run.did.append((names.THREADS, "start"))
    return actor


@bottom
@keeps("body")
def _run_thread(me: Actor) -> None:
    """The whole life of one thread."""
    run, batch = scheduler.run, scheduler.batch
    run.running = me
    body, me.run = me.run, None
    try:
        if run.over is None:
            scheduler.begin_step(me)
            me.begins = _begins_with(me.thread)
            if batch.footprint is not None and me.begins is None:
                run.did.extend(WRITE_ITEMS)
            if batch.footprints.mortal:
                run.did.append(END_OBJECTS)
            body()  # pyright: ignore[reportOptionalCall]
    except kernel.Killed:
        pass
    except BaseException as error:
        _fail(me, error)
    finally:
        body = None
    if run.over is None and batch.footprints.looks_at_life:
        try:
            # Its last line is done, and it lives.
            scheduler.point(me)
        except kernel.Killed:
            pass
    # From here on it is not alive, but it can be joined only after what it kept for itself is finalized.
    me.ending = True
    if batch.footprints.looks_at_life:
        run.did.append((names.life(me.number), "write"))
    threading._active.pop(me.strand.id, None)
    try:
        for forget in lifetimes.on_end:
            forget(me.strand)
        if batch.program.leaves:
            # Nobody but the program keeps a thread that has ended.
            me.thread = Ended(me.thread.name)
    except kernel.Killed:
        pass
    threading._active.pop(me.strand.id, None)
    me.done = True
    alive.remove(me)
    run.did.append((me.object, "end", SHUT))


@keeps()
def _fail(me: Actor, error: BaseException) -> None:
    """What an exception that nobody caught makes of its thread: the program's own hook may take it, otherwise it belongs to the outcome."""
    run = scheduler.run
    run.did.append((names.attribute("excepthook"), "read"))
    if run.over is None and threading.excepthook is not threading.__excepthook__:
        try:
            me.thread._invoke_excepthook(me.thread)
        except kernel.Killed:
            pass
    elif not isinstance(error, SystemExit):
        # Which of two is the first belongs to the outcome.
        run.did.append((names.FAILURE, "write"))
        if run.over is None and run.failed is None:
            run.failed = f"{me.thread.name}: {report.in_words(error)}"


def _begins_with(thread: "ThreadLike") -> "CodeType | None":
    """The code of the program's function that it begins with, whose lines tell what they do; None for others: `log.append` does something to items, `functools.cache` looks into one."""
    run = type(thread).run
    code = lines.code_of(thread._target if run is threading.Thread.run else run)
    return code if code in scheduler.batch.own else None


def _after_end() -> Actor:
    """The actor to which a thread that has ended hands over."""
    following = None if scheduler.run.over is not None else scheduler.choose()
    return actors[0] if following is None else following


def unwind() -> None:
    """Ends the threads that are left when a run is over, each on its own stack."""
    for actor in alive[1:]:
        if type(actor) is not Actor:
            # Tasks end with the thread of their event loop.
            continue
        if not actor.strand.started or actor.run is not None:
            pool[actor.number - 1].actor = None
            threading._active.pop(actor.strand.id, None)
        else:
            scheduler.hand_over(kernel.main, actor)


def dismiss() -> None:
    """Lets the stacks of the pool end."""
    with Patches() as patches:
        # The main thread is ready meanwhile, but a late tick must not let it run before its turn.
        patches.set(kernel, "interval_s", math.inf)
        for slot in pool:
            if slot.strand.started:
                slot.actor = None
                # A stack that ends hands over to a thread that is ready.
                kernel.ready.append(kernel.main)
                scheduler.hand_over(kernel.main, slot)
    actors.clear()
    pool.clear()
