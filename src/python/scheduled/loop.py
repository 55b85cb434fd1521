"""asyncio in the scheduled mode. What is ready first goes on first, as in asyncio; or, if the tasks may go on in any order (`batch.any_order`), a choice says
which of the tasks that are ready goes on, as it does among threads.

A task is one of `actors`, on the stack of the thread that runs its event loop. Its turn lasts until it is suspended; its lines are switch points, so that other
threads may come in between, but no other task of the loop. The program's own callbacks are run by the loop's thread, in their order, when that is chosen; the
library's belong to the step after which they are ready, or after which it is their turn. Timers pass in virtual time. All steps of one loop's tasks conflict with
each other, so the reduction tries them in every order.
"""

import asyncio
from asyncio import base_events, events
from heapq import heappop
from weakref import ref

from ..kernel import kernel
from ..threads import eventloop
from ..threads.lanes import is_of_the_end
from . import names, scheduler
from .accesses import SHUT
from .actors import actors, alive
from .calls import own_frames
from .ourframes import task_bottom
from .taskactors import LoopTurn, TaskActor, Turn, is_programs, number_of, owner_of
from .threads import MOST_THREADS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Iterable
    from typing import Any

    from .actors import Actor
    from .patches import Patches


class Loop(base_events.BaseEventLoop):
    """An event loop whose next handle is chosen."""

    # Of BaseEventLoop, whose stub does not tell of them.
    _ready: "deque[Any]"
    _scheduled: "list[Any]"
    _stopping: bool
    _task_factory: object
    _timer_cancelled_count: int

    def __init__(self):
        super().__init__()
        run = scheduler.run
        run.loops_made += 1
        self.object = names.event_loop(run.loops_made)
        self.changes = ((self.object, "write"),)
        self.idle = False
        """Whether its thread stands between two handles."""
        self._thread: "Actor" = None  # pyright: ignore[reportAttributeAccessIssue]
        self._selector = None
        if run.watcher is not None:
            run.watcher.loops.append(ref(self))

    def create_task(self, coro, **kwargs):
        """Makes a task, with a number and a name that its order in the run gives it."""
        run = scheduler.run
        ours = not is_of_the_end(coro)
        if kwargs.get("name") is None and ours and self._task_factory in (None, asyncio.eager_task_factory):
            run.tasks_made += 1
            kwargs["name"] = f"Task-{run.tasks_made}"
        task = super().create_task(coro, **kwargs)
        if ours and not task.done() and run.over is None:
            if len(actors) >= MOST_THREADS:
                run.abandon("threads")
                raise kernel.Killed
            actor = TaskActor(len(actors), self, task)
            actors.append(actor)
            alive.append(actor)
            run.did.extend(((actor.object, "start"), (names.THREADS, "start")))
        return task

    def run_forever(self):
        """Runs until `stop`; then the thread goes on when it is chosen."""
        run, batch = scheduler.run, scheduler.batch
        thread: "Actor"
        self._thread = thread = run.running  # pyright: ignore[reportAttributeAccessIssue, reportAssignmentType]
        try:
            super().run_forever()
        finally:
            self.idle = False
            thread.on = thread.deadline = None
            self._suspend_tasks()
            try:
                if run.over is None and run.previous != thread.number:
                    scheduler.turn(thread.strand)
                    if batch.free:
                        # Before the last task's step the thread could have let time pass: that this comes after it is no necessity.
                        run.did.extend(self.changes)
            finally:
                # The library's calls have this loop, which has the thread: its tasks would live on in this circle.
                thread.within = ()

    @property
    def runner(self) -> int:
        """The number of the thread that runs it."""
        return self._thread.number

    def next_handles(self) -> "Iterable[asyncio.Handle]":
        """What may be run next."""
        if scheduler.batch.any_order:
            return self._ready
        return [handle for handle in self._ready if not handle._cancelled][:1]

    def _run_once(self):
        if scheduler.batch.any_order:
            self._run_one()
        else:
            self._run_all_in_order()

    def _run_all_in_order(self):
        """What is ready by now, as asyncio runs it."""
        self._expire()
        chosen = self._await_first()
        for _ in range(len(self._ready)):
            handle = self._ready[0]
            number = number_of(owner_of(handle))
            if handle._cancelled or (number is None and not is_programs(handle)):
                self._ready.popleft()
                self._be_thread()
                if not handle._cancelled:
                    handle._run()
                continue
            while chosen is None:
                chosen = self._choose()
                if self._thread.timed_out:
                    # The clock goes on; what is due then is looked for before the next round.
                    self._note_time()
                    chosen = None
            self._ready.popleft()
            if number is None:
                handle._run()
            else:
                self._run_handle(chosen, handle)  # pyright: ignore[reportArgumentType]
            chosen = None
        if scheduler.run.over is not None:
            raise kernel.Killed

    def _await_first(self) -> "Actor | None":
        """Waits until there is something to do; who was chosen for it, unless it is the library's, and at once."""
        thread = self._thread
        while True:
            handle = next(iter(self.next_handles()), None)
            if handle is not None and number_of(owner_of(handle)) is None and not is_programs(handle):
                return None
            chosen = self._choose()
            if chosen is not thread:
                return chosen
            if thread.timed_out:
                self._note_time()
                self._expire()
            elif handle is not None:
                return chosen

    def _run_one(self):
        """What is chosen of all that is ready."""
        self._expire()
        self._run_those_of_library()
        if self._stopping or scheduler.run.over is not None:
            if scheduler.run.over is not None:
                raise kernel.Killed
            return
        thread = self._thread
        chosen = self._choose()
        if chosen is thread:
            if thread.timed_out:
                self._note_time()
                self._expire()
            self._run_others()
        else:
            handle = next(handle for handle in self._ready if owner_of(handle) is chosen.task)  # pyright: ignore[reportAttributeAccessIssue]
            self._ready.remove(handle)
            self._run_handle(chosen, handle)  # pyright: ignore[reportArgumentType]
        self._run_those_of_library()

    def _suspend_tasks(self):
        """Notes that those of the loop's tasks that ran have been suspended: also when the loop ends, which none of them goes on without."""
        for actor in alive:
            if isinstance(actor, TaskActor) and actor.loop is self:
                actor.on, actor.wants, actor.strand = Turn(self, actor.task), self.changes, self._thread.strand

    def _note_time(self) -> None:
        """The loop's thread has let time pass."""
        self._thread.timed_out = False
        scheduler.run.did.extend(self._thread.passed)

    def _choose(self) -> "Actor":
        """Who goes on next, a task of the loop's or its thread: to run a callback of the program's, or to let time pass."""
        thread = self._thread
        thread.on, thread.wants = LoopTurn(self), self.changes
        # What is due already runs in the next round, however much more time passes in this one.
        thread.deadline = min(
            (timer._when for timer in self._scheduled if not timer._cancelled and timer._when > scheduler.run.now),
            default=None,
        )
        if thread.deadline is not None:
            thread.late = self.changes
        self._suspend_tasks()
        if scheduler.run.watcher is not None:
            self._note_calls()
        self.idle = True
        try:
            chosen = scheduler.turn(thread.strand)
        finally:
            self.idle = False
            thread.deadline = None
        scheduler.run.did.extend(self.changes)
        return chosen

    @task_bottom
    def _run_handle(self, actor: TaskActor, handle: asyncio.Handle) -> None:
        """The turn of a task."""
        handle._run()
        run = scheduler.run
        if run.over is None:
            run.did.extend(self.changes)
        if actor.task.done():
            actor.done = True
            alive.remove(actor)
            run.did.append((actor.object, "end", SHUT))

    def _run_those_of_library(self):
        """Runs what is ready and neither a task's step nor the program's."""
        self._be_thread()
        while (
            handle := next(
                (
                    one
                    for one in self._ready
                    if one._cancelled or (number_of(owner_of(one)) is None and not is_programs(one))
                ),
                None,
            )
        ) is not None:
            self._ready.remove(handle)
            if not handle._cancelled:
                handle._run()

    def _be_thread(self) -> None:
        """What follows is done by the loop's thread: if it has to wait for a lock, it is that which waits."""
        thread = scheduler.run.running = self._thread
        thread.on = thread.wants = None
        thread.ops = 0

    def _run_others(self):
        """Runs the callbacks that were ready when the loop's thread was chosen."""
        for handle in [one for one in self._ready if number_of(owner_of(one)) is None]:
            if handle in self._ready:
                self._ready.remove(handle)
                if not handle._cancelled:
                    handle._run()

    def _expire(self) -> None:
        """Makes ready what is due."""
        while self._scheduled and (self._scheduled[0]._cancelled or self._scheduled[0]._when <= scheduler.run.now):
            handle = heappop(self._scheduled)
            handle._scheduled = False
            if handle._cancelled:
                self._timer_cancelled_count -= 1
            else:
                self._ready.append(handle)

    def _note_calls(self):
        """Where each task stands, for snapshot.py."""
        thread = self._thread
        thread.frames, thread.within = own_frames(scheduler.batch.own)
        for actor in alive:
            if isinstance(actor, TaskActor) and actor.loop is self:
                actor.frames, actor.within = _calls_of(actor.task.get_coro())

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        if scheduler.run.running is not None:
            scheduler.run.did.extend(self.changes)


def _calls_of(coroutine):
    """The frames of the program's coroutines that await one another, and of the library's that the innermost awaits; innermost first."""
    found = []
    within = []
    while coroutine is not None:
        frame = getattr(coroutine, "cr_frame", None) or getattr(coroutine, "gi_frame", None)
        if frame is not None:
            if frame.f_code in scheduler.batch.own:
                found.insert(0, frame)
                within = []
            elif not frame.f_code.co_filename.startswith(kernel.FOLDER):
                within.insert(0, frame)
        coroutine = getattr(coroutine, "cr_await", None) or getattr(coroutine, "gi_yieldfrom", None)
    return found, within


def _new_lock(self, original=asyncio.Lock.__init__):
    """`asyncio.Lock.__init__`, with a name."""
    original(self)
    self._holder = None
    self._origin = ""
    run = scheduler.run
    me = run.running
    if me is not None:
        me.made += 1
        self._name = names.lock(me.number, me.made)
        if run.watcher is not None:
            run.watcher.locks.append(self)


async def _acquire(self, original=asyncio.Lock.acquire):
    """`asyncio.Lock.acquire`, which also notes who has the lock."""
    await original(self)
    self._holder = scheduler.run.running
    return True


def _release(self, original=asyncio.Lock.release):
    """`asyncio.Lock.release`."""
    original(self)
    self._holder = None


def _holders(self):
    """As of other locks: who would have to release it, by number."""
    return [] if self._holder is None else [self._holder.number]


_CHANGES = (
    (asyncio.Lock, "__init__", _new_lock),
    (asyncio.Lock, "acquire", _acquire),
    (asyncio.Lock, "release", _release),
    (asyncio.Lock, "holders", _holders),
    (eventloop.EventLoopPolicy, "_loop_factory", Loop),
    (asyncio, "EventLoop", Loop),
    (asyncio, "SelectorEventLoop", Loop),
)


def begin_run() -> None:
    """Forgets the event loop of the run before."""
    events._set_event_loop_policy(eventloop.EventLoopPolicy())


def install(patches: "Patches") -> None:
    """Puts these loops and locks in the place of asyncio's, until the patches are undone."""
    for owner, name, value in _CHANGES:
        patches.set(owner, name, value)
