"""The stacks on which the threads of programs live, one after another, and the life of one of them."""

import functools
import threading

from . import kernel, report, scheduled
from .footprints import WRITE_ITEMS
from .scheduledcursors import Cursor, alive, cursors

MOST_THREADS = 16
pool = []
"""One stack for each thread number from 1 on, all there until the batch ends."""


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
            scheduled.hand_over(strand, _after_end())


def start_thread(thread, run):
    """Adds a thread to the run; it takes its first step when it is chosen."""
    me = scheduled.running
    number = len(cursors)
    if number >= MOST_THREADS:
        scheduled.abandon("threads")
        scheduled.point(me)
    while len(pool) < number:
        pool.append(Slot(len(pool) + 1))
    slot = pool[number - 1]
    cursor = Cursor(number, slot.strand, thread)
    slot.cursor = cursor
    cursor.run = run
    cursors.append(cursor)
    alive.append(cursor)
    scheduled.did.append((cursor.object, "start"))
    scheduled.did.append(("threads", "start"))
    return cursor


def _run_thread(me):
    """The whole life of one thread."""
    scheduled.running = me
    run, me.run = me.run, None
    try:
        if scheduled.over is None:
            scheduled.begin_step(me)
            me.begins = _begins_with(me.thread)
            if scheduled.footprint is not None and me.begins is None:
                scheduled.did.extend(WRITE_ITEMS)
            run()
    except (SystemExit, kernel.Killed):
        pass
    except BaseException as error:
        # Which of two is the first belongs to the outcome.
        scheduled.did.append(("failure", "write"))
        if scheduled.over is None and scheduled.failed is None:
            scheduled.failed = f"{me.thread.name}: {report.in_words(error)}"
    finally:
        run = None
    for forget in kernel.on_end:
        forget(me.strand)
    threading._active.pop(me.strand.id, None)
    me.done = True
    alive.remove(me)
    scheduled.did.append((me.object, "end", 1))


scheduled.BOTTOMS.add(_run_thread.__code__)


def _begins_with(thread):
    """The code of the program's function that it begins with, whose lines tell what they do; None for others: `log.append` does something to items, `functools.cache` looks into one."""
    run = type(thread).run
    begins = thread._target if run is threading.Thread.run else run
    while isinstance(begins, functools.partial):
        begins = begins.func
    code = getattr(getattr(begins, "__func__", begins), "__code__", None)
    return code if code in scheduled.program.own else None


def _after_end():
    """To whom a thread hands over that has ended."""
    following = None if scheduled.over is not None else scheduled.choose()
    return cursors[0] if following is None else following


def unwind():
    """Ends the threads that are left when a run is over, each on its own stack."""
    for cursor in alive[1:]:
        if type(cursor) is not Cursor:
            # Tasks end with the thread of their event loop.
            continue
        if not cursor.strand.started or cursor.run is not None:
            pool[cursor.number - 1].cursor = None
            threading._active.pop(cursor.strand.id, None)
        else:
            scheduled.hand_over(kernel.main, cursor)


def dismiss():
    """Lets the stacks of the pool end."""
    for slot in pool:
        if slot.strand.started:
            slot.cursor = None
            # Who ends hands over to whoever is ready.
            kernel.ready.append(kernel.main)
            scheduled.hand_over(kernel.main, slot)
    cursors.clear()
    pool.clear()
