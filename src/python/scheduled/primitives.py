"""Threads, events, conditions and queues of the scheduled mode: methods for the library's own classes, for as long as runs are made."""

# CPython's own modules have more than their stubs tell.
# pyright: reportAttributeAccessIssue=false

import _thread
import queue
import sys
import threading

from . import names, scheduler, threads
from .accesses import SHUT
from .ourframes import keeps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .actors import Actor


@keeps("self")
def start(self):
    """`Thread.start`, as one step: the new thread takes its first one when it is chosen."""
    run = scheduler.run
    if run.running is None:
        raise RuntimeError("can't start new thread")
    if not self._initialized:
        raise RuntimeError("thread.__init__() not called")
    scheduler.operation(run.running, None)
    if self._started._flag:
        run.did.append((names.THREADS, "read"))
        raise RuntimeError("threads can only be started once")
    if self._context is None:
        self._context = (
            threading._contextvars.copy_context()
            if sys.flags.thread_inherit_context
            else threading._contextvars.Context()
        )
    context = self._context
    actor = threads.start_thread(self, keeps("self")(lambda: context.run(self.run)))
    self._started._flag = True
    self._ident = self._native_id = actor.strand.id
    self._scheduled = actor
    threading._active[actor.strand.id] = self


@keeps("self", "timeout")
def join(self, timeout=None):
    """`Thread.join`; `timeout` in virtual seconds."""
    if not self._initialized:
        raise RuntimeError("Thread.__init__() not called")
    run = scheduler.run
    me: "Actor" = run.running  # pyright: ignore[reportAssignmentType]
    if not self._started._flag:
        scheduler.operation(me, None)
    if not self._started._flag:
        run.did.append((names.THREADS, "read"))
        raise RuntimeError("cannot join thread before it is started")
    actor = getattr(self, "_scheduled", None)
    if actor is me or actor is None:
        raise RuntimeError("cannot join current thread")
    if timeout is None:
        me.ops += 1
        scheduler.operation(me, ((actor.object, "join"),), actor)
    elif not actor.done:
        scheduler.operation(me, None)
    if not actor.done:
        # It was looked at, and had not ended.
        run.did.append((actor.object, "fail", SHUT))
        if timeout is not None and timeout <= 0:
            return
        deadline = late = None
        if timeout is not None:
            scheduler.look_at_clock()
            deadline, late = run.now + timeout, ((actor.object, "fail", SHUT),)
        if not scheduler.block(me, actor, ((actor.object, "join"),), deadline, late):
            run.did.extend((*me.passed, *late))  # pyright: ignore[reportOptionalIterable]
            return
    run.did.append((actor.object, "join"))


@keeps("self")
def is_alive(self):
    """`Thread.is_alive`."""
    assert self._initialized, "Thread.__init__() not called"
    actor = getattr(self, "_scheduled", None)
    if actor is None and self is threading._main_thread:
        return True
    run = scheduler.run
    scheduler.operation(run.running, None)  # pyright: ignore[reportArgumentType]
    actor = getattr(self, "_scheduled", None)
    if actor is None:
        run.did.append((names.THREADS, "read"))
        return False
    run.did.append((actor.object, "read") if actor.done else (actor.object, "fail", SHUT))
    run.did.append((names.life(actor.number), "read"))
    return not actor.ending


def hash_of(self):
    """A thread's, after who made it and when, so that a pool's set of threads has the same order in every run."""
    found = vars(self).get("_scheduled_hash")
    if found is None:
        # It is asked for first when the thread is made, after a lock of the thread's own.
        me = scheduler.run.running
        found = self._scheduled_hash = object.__hash__(self) if me is None else 1000 * me.number + me.made
    return found


@keeps("self")
def is_set(self, original=threading.Event.is_set):
    """`Event.is_set`, which looks without the event's lock."""
    run = scheduler.run
    if run.running is not None and self._cond._lock._name is not None:
        scheduler.operation(run.running, None)
        run.did.append((names.event(self._cond._lock._name), "read"))
    return self._flag


def _writing(original):
    """`Event.set` or `Event.clear`: a switch point before it, and none before it acquires the event's lock."""

    @keeps("self")
    def change(self):
        run = scheduler.run
        if run.running is not None:
            scheduler.operation(run.running, None)
            run.running.ops = 0
            run.did.append((names.event(self._cond._lock._name or names.EARLIER_LOCKS), "write"))
        original(self)

    return change


@keeps("self")
def new_condition(self, lock=None, original=threading.Condition.__init__):
    """`Condition.__init__`, with a name for those that the program itself makes: of the ones within queues and events nothing is told."""
    original(self, lock)
    run = scheduler.run
    me = run.running
    if me is not None and sys._getframe(1).f_code in scheduler.batch.own:
        me.conditions += 1
        self._scheduled = names.condition(me.number, me.conditions)


@keeps("self", "timeout")
def wait(self, timeout=None, original=threading.Condition.wait):
    """`Condition.wait`."""
    run = scheduler.run
    if run.running is not None and hasattr(self, "_scheduled"):
        run.did.append((self._scheduled, "wait"))
    return original(self, timeout)


@keeps("self", "n")
def notify(self, n=1, original=threading.Condition.notify):
    """`Condition.notify`."""
    run = scheduler.run
    if run.running is not None and hasattr(self, "_scheduled"):
        run.did.append((self._scheduled, "notify", SHUT) if self._waiters else (self._scheduled, "notify"))
    original(self, n)


def _noted(original, after):
    """A method of `SimpleQueue`, whose deque has no lock of its own: what it does is noted before it, or `after` it."""

    @keeps("self", "args", "kwargs", "result")
    def change(self, *args, **kwargs):
        if not after:
            _note_queue(self)
        result = original(self, *args, **kwargs)
        if after:
            _note_queue(self)
        return result

    return change


def _note_queue(self):
    run = scheduler.run
    if run.running is not None:
        run.did.append((names.queue(self._count._cond._lock._name), "write"))


def new_name(template, original=threading._newname):
    """`threading._newname`: the thread that asks first gets the lower number."""
    run = scheduler.run
    if run.running is not None:
        run.did.append((names.THREAD_NAMES, "write"))
    return original(template)


@keeps("args", "kwargs", "thread")
def start_new_thread(function, args=(), kwargs=None, /):
    """`_thread.start_new_thread`."""
    thread = threading.Thread(target=function, args=args, kwargs=kwargs, daemon=True)
    thread.start()
    return thread.ident


METHODS = (
    (threading.Thread, {"start": start, "join": join, "is_alive": is_alive, "__hash__": hash_of}),
    (
        threading.Event,
        {"is_set": is_set, "set": _writing(threading.Event.set), "clear": _writing(threading.Event.clear)},
    ),
    (threading.Condition, {"__init__": new_condition, "wait": wait, "notify": notify}),
    (
        queue.SimpleQueue,
        {
            "put": _noted(queue.SimpleQueue.put, False),
            "get": _noted(queue.SimpleQueue.get, True),
            "empty": _noted(queue.SimpleQueue.empty, False),
            "qsize": _noted(queue.SimpleQueue.qsize, False),
        },
    ),
    (threading, {"_newname": new_name}),
    (_thread, {"start_new_thread": start_new_thread, "start_new": start_new_thread}),
)
"""By class or module: its new methods, by name."""
