"""Threads, events, conditions and queues of the scheduled mode: methods for the library's own classes, for as long as runs are made."""

import _thread
import queue
import sys
import threading

from . import scheduler, threads


def start(self):
    """`Thread.start`, as one step: the new thread takes its first one when it is chosen."""
    if scheduler.running is None:
        raise RuntimeError("can't start new thread")
    if not self._initialized:
        raise RuntimeError("thread.__init__() not called")
    scheduler.operation(scheduler.running, None)
    if self._started._flag:
        scheduler.did.append(("threads", "read"))
        raise RuntimeError("threads can only be started once")
    if self._context is None:
        self._context = (
            threading._contextvars.copy_context()
            if sys.flags.thread_inherit_context
            else threading._contextvars.Context()
        )
    context = self._context
    actor = threads.start_thread(self, lambda: context.run(self.run))
    self._started._flag = True
    self._ident = self._native_id = actor.strand.id
    self._scheduled = actor
    threading._active[actor.strand.id] = self


def join(self, timeout=None):
    """`Thread.join`."""
    if not self._initialized:
        raise RuntimeError("Thread.__init__() not called")
    me = scheduler.running
    if not self._started._flag:
        scheduler.operation(me, None)
    if not self._started._flag:
        scheduler.did.append(("threads", "read"))
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
        scheduler.did.append((actor.object, "fail", 1))
        if timeout is not None and timeout <= 0:
            return
        deadline = late = None
        if timeout is not None:
            scheduler.look_at_clock()
            deadline, late = scheduler.now + timeout, ((actor.object, "fail", 1),)
        if not scheduler.block(me, actor, ((actor.object, "join"),), deadline, late):
            scheduler.did.extend((*me.passed, *late))
            return
    scheduler.did.append((actor.object, "join"))


def is_alive(self):
    """`Thread.is_alive`."""
    assert self._initialized, "Thread.__init__() not called"
    actor = getattr(self, "_scheduled", None)
    if actor is None and self is threading._main_thread:
        return True
    scheduler.operation(scheduler.running, None)
    actor = getattr(self, "_scheduled", None)
    if actor is None:
        scheduler.did.append(("threads", "read"))
        return False
    scheduler.did.append((actor.object, "read") if actor.done else (actor.object, "fail", 1))
    scheduler.did.append((f"{actor.object} lives", "read"))
    return not actor.ending


def hash_of(self):
    """A thread's, after who made it and when, so that a pool's set of threads has the same order in every run."""
    found = vars(self).get("_scheduled_hash")
    if found is None:
        # It is asked for first when the thread is made, after a lock of the thread's own.
        me = scheduler.running
        found = self._scheduled_hash = object.__hash__(self) if me is None else 1000 * me.number + me.made
    return found


def is_set(self, original=threading.Event.is_set):
    """`Event.is_set`, which looks without the event's lock."""
    me = scheduler.running
    if me is not None and self._cond._lock._name is not None:
        scheduler.operation(me, None)
        scheduler.did.append((f"event of {self._cond._lock._name}", "read"))
    return self._flag


def _writing(original):
    def change(self):
        if scheduler.running is not None:
            scheduler.operation(scheduler.running, None)
            scheduler.running.ops = 0
            scheduler.did.append((f"event of {self._cond._lock._name}", "write"))
        original(self)

    return change


def new_condition(self, lock=None, original=threading.Condition.__init__):
    """`Condition.__init__`, with a name for those that the program itself makes: the ones within queues and events tell nothing when nobody waits."""
    original(self, lock)
    me = scheduler.running
    if me is not None and sys._getframe(1).f_code in scheduler.program.own:
        me.conditions += 1
        self._scheduled = f"condition {me.number}.{me.conditions}"
        self._origin = ""
        if scheduler.locks_made is not None:
            scheduler.locks_made.append(self)


def wait(self, timeout=None, original=threading.Condition.wait):
    """`Condition.wait`."""
    if scheduler.running is not None and hasattr(self, "_scheduled"):
        scheduler.did.append((self._scheduled, "wait"))
    return original(self, timeout)


def notify(self, n=1, original=threading.Condition.notify):
    """`Condition.notify`."""
    if scheduler.running is not None and hasattr(self, "_scheduled"):
        scheduler.did.append((self._scheduled, "notify", 1) if self._waiters else (self._scheduled, "notify"))
    original(self, n)


def _noted(original, after):
    """A method of `SimpleQueue`, whose deque has no lock of its own."""

    def change(self, *args, **kwargs):
        if not after:
            _note_queue(self)
        result = original(self, *args, **kwargs)
        if after:
            _note_queue(self)
        return result

    return change


def _note_queue(self):
    if scheduler.running is not None:
        scheduler.did.append((f"queue of {self._count._cond._lock._name}", "write"))


def new_name(template, original=threading._newname):
    """Who makes a thread first gives it the lower number."""
    if scheduler.running is not None:
        scheduler.did.append(("thread names", "write"))
    return original(template)


def start_new_thread(function, args=(), kwargs=None, /):
    """`_thread.start_new_thread`."""
    thread = threading.Thread(target=function, args=args, kwargs=kwargs, daemon=True)
    thread.start()
    return thread.ident


def changes():
    """The methods by class or module, as pairs of it and a dictionary."""
    event, simple = threading.Event, queue.SimpleQueue
    return (
        (threading.Thread, {"start": start, "join": join, "is_alive": is_alive, "__hash__": hash_of}),
        (event, {"is_set": is_set, "set": _writing(event.set), "clear": _writing(event.clear)}),
        (threading.Condition, {"__init__": new_condition, "wait": wait, "notify": notify}),
        (
            simple,
            {
                "put": _noted(simple.put, False),
                "get": _noted(simple.get, True),
                "empty": _noted(simple.empty, False),
                "qsize": _noted(simple.qsize, False),
            },
        ),
        (threading, {"_newname": new_name}),
        (_thread, {"start_new_thread": start_new_thread, "start_new": start_new_thread}),
    )
