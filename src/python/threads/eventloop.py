"""asyncio's own event loop, on a selector that parks the thread: there are no sockets here, only timers, wake-ups and pipes."""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import asyncio
import errno
import heapq
import inspect
import selectors
import signal
from asyncio import base_events, events, unix_events
from itertools import count

from ..kernel import kernel, refusals, trace
from ..pipes import polls
from . import lanes, loopcalls

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..kernel.strand import Strand

task_numbers = count(1)


class ParkingSelector(selectors._PollLikeSelector):
    """Waits for time, `wake` and the pipes that are registered."""

    _selector_cls = polls.Watch
    _EVENT_READ = polls.real_select.POLLIN
    _EVENT_WRITE = polls.real_select.POLLOUT

    def __init__(self, loop):
        super(ParkingSelector, self).__init__()
        self.loop = loop
        self.sleeper: "Strand | None" = None
        self.called = False
        self.awaited: dict[int, str] = {}
        """The hosts from which network.py awaits answers, by request."""

    def select(self, timeout=None):  # pyright: ignore[reportIncompatibleMethodOverride]
        """Parks for `timeout` seconds, or until `wake`; no time at all lets other threads run if they have waited long enough."""
        if self._fd_to_key:
            return self._select_pipes(timeout)
        if self.called or timeout is not None and timeout <= 0:
            self.called = False
            return ()
        kernel.busy = True
        me = kernel.current
        now = kernel.clock()
        self.sleeper = me
        me.blocked_on = self
        deadline = None if timeout is None else now + timeout
        try:
            while True:
                trace.record(now, me.lane, "wait", self._awaits())
                if kernel.wait(deadline) is not None:
                    return ()
                # A signal's handler may wait for something else; what it tells the loop is for the loop to do now.
                self.sleeper = me.blocked_on = None
                kernel.run_errands()
                if self.called:
                    return ()
                self.sleeper = me
                me.blocked_on = self
                now = kernel.clock()
        finally:
            self.sleeper = None
            me.blocked_on = None
            self.called = False
            kernel.busy = False

    def _select_pipes(self, timeout):
        deadline = None if timeout is None else 0 if self.called else kernel.clock() + timeout
        self.sleeper = kernel.current
        try:
            found = self._selector.wait(deadline, self._awaits(), self, lambda: self.called)
        finally:
            self.sleeper = None
            self.called = False
        return polls.as_keys(self, found)

    def _awaits(self):
        if not self.awaited and self._fd_to_key:
            return "a pipe"
        if not self.awaited:
            return "the next timer" if self.loop._scheduled else "nothing to do"
        hosts = set(self.awaited.values())
        return hosts.pop() if len(hosts) == 1 else f"the network, {len(self.awaited)} requests"

    def wake(self) -> None:
        """Ends a `select`, now or as soon as it begins. Any thread may call it."""
        was_busy, kernel.busy = kernel.busy, True
        self.called = True
        sleeper, self.sleeper = self.sleeper, None
        if sleeper is not None:
            kernel.wake(sleeper)
        kernel.busy = was_busy

    def describe(self, waiter: object, /) -> str:
        waits = lanes.describe_tasks(self.loop)
        return (
            f"for its event loop, where {waits}"
            if waits
            else "for a task or callback of its event loop, and none will ever come"
        )


class Step(events.Handle):
    """The next step of a task that has a lane."""

    __slots__ = ("_lane",)

    def __init__(self, callback, args, loop, context, lane):
        super(Step, self).__init__(callback, args, loop, context)
        self._lane = lane

    def _run(self):
        before = lanes.atomic(self._lane.begin_step)
        try:
            super(Step, self)._run()
        finally:
            lanes.atomic(self._lane.end_step, before)
            # A frame lives as long as a traceback that has it: it must not keep the task, which has the exception.
            self = None


# Called ten thousand times by some programs: the shortest way to what they override.
_call_soon = base_events.BaseEventLoop._call_soon
_call_at = base_events.BaseEventLoop.call_at
_create_task = base_events.BaseEventLoop.create_task


def _leave_out_ours(call):
    """In debug mode, a call knows the frames in which it was made: those of this library, where they are told at all, are none of the program's."""
    frames = call._source_traceback
    while frames and frames[-1].filename in _ours:
        del frames[-1]


_ours = {_leave_out_ours.__code__.co_filename, loopcalls.Call.__init__.__code__.co_filename}


class EventLoop(unix_events._UnixSelectorEventLoop):
    """The standard library's loop, without sockets."""

    def __init__(self, selector=None):
        super(EventLoop, self).__init__(ParkingSelector(self))
        self._lane = lanes.LoopLane()
        self._signal_handlers = {}

    def create_task(self, coro, **kwargs):
        # The interpreter's own count of tasks would go on from the run before. A program's own factory need not take names.
        if kwargs.get("name") is None and self._task_factory in (None, asyncio.eager_task_factory):
            kwargs["name"] = f"Task-{next(task_numbers)}"
        task = _create_task(self, coro, **kwargs)
        try:
            if not lanes.is_of_the_end(coro):
                self._draw(task)
            return task
        finally:
            # As in `Step._run`: an eager task has run in this frame.
            del task

    def _draw(self, task):
        """Gives a new task a lane, if it is one of the first."""
        if lanes.tasks_seen >= lanes.MOST_TASKS:
            self._lane.undrawn += 1
            return
        # Its first step stands last in the line, and could not be known for one with a lane when it was put there.
        if self._ready and getattr(self._ready[-1]._callback, "__self__", None) is task:
            lane = lanes.TaskLane(self._lane, task)
            lanes.atomic(lane.begin)
            first = self._ready.pop()
            self._ready.append(Step(first._callback, first._args, self, first._context, lane))

    def _call_soon(self, callback, args, context):
        owner = getattr(callback, "__self__", None)
        lane = lanes.drawn.get(id(owner)) if lanes.drawn else None
        if lane is None:
            # The steps of tasks that have no lane are not told.
            if loopcalls.told >= loopcalls.MOST_CALLS or isinstance(owner, asyncio.Task) or not loopcalls.more():
                return _call_soon(self, callback, args, context)
            call = loopcalls.Call(callback, args, self, context)
            _leave_out_ours(call)
            self._ready.append(call)
            return call
        lanes.atomic(lane.ready)
        step = Step(callback, args, self, context, lane)
        self._ready.append(step)
        return step

    def call_at(self, when, callback, *args, context=None):
        task = loopcalls.task_of_timer(callback, kernel.current) if loopcalls.more() else None
        if task is None or when is None:
            return _call_at(self, when, callback, *args, context=context)
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        timer = loopcalls.Timer(when, callback, args, self, context, task)
        _leave_out_ours(timer)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def run_forever(self):
        """Runs until `stop`; meanwhile the thread is drawn in the loop's lane."""
        if self.is_running() or self.is_closed():
            super(EventLoop, self).run_forever()
            return
        before = lanes.atomic(self._lane.enter)
        try:
            super(EventLoop, self).run_forever()
        finally:
            lanes.atomic(self._lane.leave, before)

    def close(self):
        super(EventLoop, self).close()
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)
        lanes.atomic(self._lane.end)

    def add_signal_handler(self, sig, callback, *args):
        """Has `callback(*args)` called by the loop when the signal comes. Only in the main thread."""
        if asyncio.iscoroutine(callback) or inspect.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        self._check_signal(sig)
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(sig, lambda number, frame: handle._cancelled or self._add_callback_signalsafe(handle))
        except ValueError as error:
            raise RuntimeError(str(error)) from None
        except OSError as error:
            raise RuntimeError(f"sig {sig} cannot be caught") if error.errno == errno.EINVAL else error
        self._signal_handlers[sig] = handle

    def remove_signal_handler(self, sig):
        """Undoes that; False when there was none."""
        self._check_signal(sig)
        if self._signal_handlers.pop(sig, None) is None:
            return False
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def _check_signal(self, sig):
        if not isinstance(sig, int):
            raise TypeError(f"sig must be an int, not {sig!r}")
        if sig not in signal.valid_signals():
            raise ValueError(f"invalid signal number {sig}")

    def _make_self_pipe(self):
        """The selector is woken by a call."""

    def _close_self_pipe(self):
        """There is none."""

    def _write_to_self(self):
        if self._selector is not None:
            self._selector.wake()

    locals().update(refusals.methods_of_a_loop(unix_events._UnixSelectorEventLoop))


EventLoop.__name__ = EventLoop.__qualname__ = "_UnixSelectorEventLoop"
EventLoop.__module__ = "asyncio.unix_events"


class EventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    """Makes loops of that class."""

    _loop_factory = EventLoop


def install(run) -> None:
    """Makes asyncio use these loops. `run` is the standard library's own, in place of Pyodide's."""
    asyncio.run = run
    asyncio.SelectorEventLoop = asyncio.EventLoop = EventLoop
    # `asyncio.DefaultEventLoopPolicy` warns, and then takes it from there.
    asyncio.unix_events._DefaultEventLoopPolicy = EventLoopPolicy
    events._set_event_loop_policy(EventLoopPolicy())
    events._set_running_loop(None)
