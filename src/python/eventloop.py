"""asyncio's own event loop, on a selector that parks the thread: there are no sockets here, only timers and wake-ups."""

import asyncio
from asyncio import base_events, events
from itertools import count

from . import kernel, trace


task_numbers = count(1)


def forget_tasks():
    """Counts the tasks of the next run from 1."""
    global task_numbers
    task_numbers = count(1)


class ParkingSelector:
    """Waits for nothing but time and `wake`."""

    def __init__(self):
        self.sleeper = None
        self.called = False
        self.awaited = {}
        """The hosts from which network.py awaits answers, by request."""

    def select(self, timeout=None):
        """Parks for so many seconds, or until `wake`; no time at all lets other threads run if they have waited long enough."""
        if self.called or timeout is not None and timeout <= 0:
            self.called = False
            return ()
        kernel.busy = True
        me = kernel.current
        now = kernel.clock()
        self.sleeper = me
        me.blocked_on = self
        trace.record(now, me.lane, "wait", self._awaits())
        try:
            kernel.wait(None if timeout is None else now + timeout)
        finally:
            self.sleeper = None
            me.blocked_on = None
            self.called = False
            kernel.busy = False
        return ()

    def _awaits(self):
        if not self.awaited:
            return "event loop: nothing to do"
        hosts = set(self.awaited.values())
        return hosts.pop() if len(hosts) == 1 else f"the network, {len(self.awaited)} requests"

    def wake(self):
        """Ends a `select`, now or as soon as it begins. Any thread may call it."""
        was_busy, kernel.busy = kernel.busy, True
        self.called = True
        sleeper, self.sleeper = self.sleeper, None
        if sleeper is not None:
            kernel.wake(sleeper)
        kernel.busy = was_busy

    def describe(self):
        return "for a task or callback of its event loop, and none will ever come"

    def close(self):
        """There is nothing to close."""

    def get_map(self):
        return {}


class EventLoop(base_events.BaseEventLoop):
    """The standard library's loop, without sockets."""

    def __init__(self, selector=None):
        super().__init__()
        self._selector = ParkingSelector()

    def create_task(self, coro, **kwargs):
        # The interpreter's own count of tasks would go on from the run before.
        if kwargs.get("name") is None:
            kwargs["name"] = f"Task-{next(task_numbers)}"
        return super().create_task(coro, **kwargs)

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        self._selector.wake()


class EventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    """Makes such loops."""

    _loop_factory = EventLoop


def install(run):
    """Makes asyncio use these loops. `run` is the standard library's own, in place of Pyodide's."""
    asyncio.run = run
    asyncio.SelectorEventLoop = asyncio.EventLoop = EventLoop
    asyncio.DefaultEventLoopPolicy = EventLoopPolicy
    events._set_event_loop_policy(EventLoopPolicy())
    events._set_running_loop(None)
