"""The page's side of the kernel for native tests: what workers/python/host.ts does, on real threads and with a clock of its own.

Each strand has a thread of the operating system, and one of these runs at a time. What the page would do between two turns of Python (an event loop with timers) is
done by the thread that has just left Python, before it lets the next one in. Nothing here waits for real time, so a program does the same in every run.
"""

import sys
from _thread import allocate_lock, start_new_thread
from collections import deque
from heapq import heappop, heappush
from itertools import count

from . import contracts

LOOK_S = 0.0001
"""How long one look at the clock takes: what makes time pass in a program that computes."""


class Clock:
    """Seconds, which pass only where somebody looks at the clock or waits."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        self.now += LOOK_S
        return self.now

    def wait_until(self, at):
        self.now = max(self.now, at)


class Parked:
    """What a suspended thread waits for: the promise of workers/python/host.ts."""

    def __init__(self):
        self.chosen = False
        self.lock = allocate_lock()
        self.lock.acquire()


class FakeHost:
    """Real threads, one at a time. Has no network, and answers `input()` with the lines that it is given."""

    def __init__(self, clock, kernel, enter):
        self.parking = None
        self._clock = clock
        self._kernel = kernel
        self._enter = enter
        self._lines = deque()
        self._parked = {}
        self._tasks = deque()
        self._timers = []
        self._order = count()
        self._idler = None

    def run_sync(self, parked):
        """Suspends the calling thread until it is resumed; whether another thread has chosen it."""
        self._leave(self._kernel.asyncio.ensure_future(parked))
        return parked.chosen

    def _leave(self, own=None):
        """The page's event loop, run by the thread that has left Python, until a thread goes on; None for a thread that has ended."""
        resumed = None
        while resumed is None:
            if self._tasks:
                resumed = self._tasks.popleft()()
            else:
                if not self._timers:
                    raise SystemError("Nobody will ever run again, and the kernel has not seen it.")
                at, _, task = heappop(self._timers)
                self._clock.wait_until(at)
                self._tasks.append(task)
        if resumed is own:
            return
        resumed.lock.release()
        if own is not None:
            own.lock.acquire()

    def _park(self, me):
        contracts.check_hand_over(self._kernel)
        self.parking = self._parked[me] = Parked()

    def _resume(self, strand, chosen):
        parked = self._parked.pop(strand)
        parked.chosen = chosen
        return parked

    def _resume_idler(self, idler):
        """Does nothing where the timer is an old one."""
        if self._idler is not idler:
            return None
        self._idler = None
        return self._resume(idler[0], False)

    def _begin(self, strand):
        """Gives a new strand its thread; the lock that is released for it is one that nobody waits for."""

        def run():
            self._enter(strand)
            self._leave()

        start_new_thread(run, ())
        return Parked()

    def switchTo(self, me, following, by_loop):
        self._park(me)
        self.wake(following)

    def start(self, me, following):
        self._park(me)
        self.startNext(following)

    def startNext(self, following):
        self._tasks.append(lambda: self._begin(following))

    def wake(self, following):
        self._tasks.append(lambda: self._resume(following, True))

    def idle(self, me, sleeper, ms):
        self._park(me)
        self.idleWithout(sleeper, ms)

    def idleWithout(self, sleeper, ms):
        idler = self._idler = (sleeper,)
        if ms >= 0:
            self._at(self._clock() + ms / 1000, lambda: self._resume_idler(idler))

    def _at(self, at, task):
        heappush(self._timers, (at, next(self._order), task))

    def call_at(self, at, function):
        """Has the page call a function of Python's at that time, or as soon as no thread runs."""
        self._at(at, lambda: self._call(function))

    def _call(self, function):
        function()
        return None if self._idler is None else self._resume_idler(self._idler)

    def turn(self, me):
        self._park(me)
        self.wake(me)

    def pause(self, ms):
        self._clock.wait_until(self._clock() + ms / 1000)

    def isInKernel(self):
        """Whether the code that a tick has interrupted is the kernel's own: what the page tells by a flag of compiled code."""
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename.endswith("/preemption.py"):
            frame = frame.f_back
        return frame is not None and frame.f_code.co_filename.startswith(self._kernel.FOLDER)

    def begin(self, filename, lines):
        """A program is about to run, which the reader will answer with these lines, in order; after that, the input has ended."""
        self._lines.extend(lines)
        contracts.check_program(self._kernel, filename)

    def ask(self, strand, lane):
        """The reader answers in the next turn of the event loop."""
        self._tasks.append(lambda: self._call(lambda: self._kernel.arrived(strand)))

    def withdraw(self, strand):
        """Nobody reads that line."""

    def takeAnswer(self, strand):
        return self._lines.popleft() if self._lines else ""

    def isStopping(self):
        return True

    def setInterval(self, ms):
        """No ticks come from here."""

    def guard(self, strand):
        """Real threads have stacks of their own."""

    showFrames = hideFrames = lambda self: None
