"""The scheduler: who runs, who waits, and how one thread hands over to the next.

A thread is a Python function on a stack of its own, started by the page's JavaScript. It parks by waiting for a promise
(`run_sync`), and runs again when another thread or the page resolves that promise. Invariants:

1. `current` is the only thread that executes program code: it holds the GIL. It is `nobody` while one hands over to another.
2. A live thread is in exactly one place: it is `current`, or once in `ready`, or parked (waiting for `wake`, a timer or the page).
3. A thread only changes the structures here while `busy` is true; the signal handler that preempts does nothing then.
4. `busy` is false while program code runs, and true from before a hand-over until after the next thread took over.
5. Every wake-up has the ticket of the wait that it ends; a later wait has another, so a late timer wakes nobody.
6. Functions here that say "busy" in their first line expect `busy` to be true, and leave it so.

What reads like a test followed by a change (`if lock.holder is None: lock.holder = me`) needs no `busy`: CPython looks for
signals only at calls, function starts and backward jumps, so nobody comes between two plain statements.
"""

from collections import deque
from heapq import heapify, heappop, heappush
from math import inf
from sys import _getframe
from time import perf_counter as clock

from . import trace
from .appointment import Appointment
from .strand import Killed, Strand, count_anew

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import NoReturn

    from .hosts import Asyncio, Host

FOLDER = __file__.rsplit("/", 2)[0]
"""Where all our packages lie: frames of files in here are not the program's."""
host: "Host" = None  # pyright: ignore[reportAssignmentType]
"""The page's side: see hosts.pyi. None until the interpreter has started."""
run_sync: "Callable[[object], bool] | None" = None
"""Pyodide's: suspends this stack until a promise is resolved. None where nothing can be suspended."""

MAX_THREADS = 1000
"""Live threads of a program at once; more are refused, as an operating system would."""
MACRO_TURN_S = 0.012
"""The longest time between two turns of the page's own event loop while threads hand over to each other."""
PAUSE_S = 0.05
"""How often a sleep looks whether the run was stopped, where nothing can be suspended."""

main = Strand("MainThread")
main.started = True
nobody = Strand("the page")
"""Stands for the Python code that the page itself runs between two threads: what it imports, what it deletes."""
count_anew()
current = main
chosen: Strand | None = None
"""While `current` is `nobody`: the thread that it hands over to, if any. It is in neither `ready` nor parked."""
busy = False
ready: deque[Strand] = deque()
timers: list[tuple[float, int, int, Strand]] = []
"""A heap of the waits that end at a time: the time, the ticket of the wait, an ascending number (so that no two compare equal), the thread."""
AT, TICKET, WHO = 0, 1, 3
"""Where these stand in a timer."""
appointments: list[Appointment] = []
"""A heap of what is to be called at a time, in the thread that runs then."""
strands: dict[int, Strand] = {main.id: main}
"""Every live thread."""
outside = 0
"""How many threads wait for something that the page will bring."""
interval_s = 0.005
"""CPython's own default (DEFAULT_INTERVAL in Python/ceval_gil.c): how long a thread runs while another is ready."""
last_switch = 0.0
last_macro = 0.0
idle_s = 0.0
"""Seconds in which nobody ran, for `time.process_time`."""
idle_since = 0.0
deadlock_words: str | None = None
"""Set once, when nobody could ever run again."""
describe_deadlock: "Callable[[], str]" = None  # pyright: ignore[reportAssignmentType]
"""Says who waits for whom: see deadlock.py."""
stop: "Callable[[], None]" = None  # pyright: ignore[reportAssignmentType]
"""Dooms every thread, since the page wants the program to end: `program.interrupt`."""
end_at_once: "Callable[[int], None]" = None  # pyright: ignore[reportAssignmentType]
"""Called with an exit status: every thread ends, without a word, before its next step: `program.end_at_once`."""
stop_wanted = False
"""Set by a signal to stop that came while `busy`, when it must change nothing; the next tick obeys it."""
look: "Callable[[], None] | None" = None
"""Called (busy) at ticks: hears signals of other processes, and wakes the threads for which something is there, without a turn of the page's event loop."""
linger: "Callable[[float], bool] | None" = None
"""Called (busy) when no thread can run, with the milliseconds until one can: waits a moment for what other processes may bring; True if it came."""
on_cpu: "Callable[[float], None] | None" = None
"""Called (busy) at ticks with the time, while there is a timer that counts the time in which threads run."""
glance: "Callable[[], None] | None" = None
"""Called (busy) at every hand-over and tick while a thread waits for a pipe of this process: wakes those for which there is news (pipes/parking.py)."""
on_idle: "list[Callable[[], None]]" = []
"""Called (busy) before everybody sleeps, and now and then: flush what waits to be seen."""


def park(promise: object = None) -> bool:
    """Busy. Suspends this stack until the promise that the host has just made (or that one) is resolved; returns what it is resolved with.

    Pyodide's `run_sync` asks `asyncio.ensure_future` what to wait for, which would make a task of Pyodide's own loop: 280 µs, and not
    this program's loop. For this one call, it is told to wait for the promise as it is: 4 µs.
    """
    global _ensure_future
    _ensure_future = asyncio.ensure_future
    asyncio.ensure_future = _as_it_is
    return run_sync(host.parking if promise is None else promise)  # pyright: ignore[reportOptionalCall]


def _as_it_is(promise):
    asyncio.ensure_future = _ensure_future
    return promise


asyncio: "Asyncio" = None  # pyright: ignore[reportAssignmentType]
_ensure_future: "Callable[[object], object]" = None  # pyright: ignore[reportAssignmentType]


def wake(strand: Strand) -> None:
    """Busy. Ends a wait, or turns one that has just run out of time into one that was ended."""
    strand.woken = True
    if strand.parked:
        strand.ticket += 1
        make_ready(strand, clock())


def interrupt(strand: Strand) -> None:
    """Busy. Ends the wait of a thread that has an errand now, if it waits and can be interrupted."""
    if strand.parked and not strand.deaf:
        strand.woken = None
        strand.ticket += 1
        make_ready(strand, clock())


def appoint(at: float, call: "Callable[[], None]") -> Appointment:
    """Has `call()` called at that time; returns what `cancel` takes."""
    global _timer_order
    _timer_order += 1
    appointment = Appointment(at, _timer_order, call)
    heappush(appointments, appointment)
    return appointment


def cancel(appointment: Appointment) -> None:
    """Has it not be called, unless it was already."""
    if appointment in appointments:
        appointments.remove(appointment)
        heapify(appointments)


def make_ready(strand: Strand, now: float) -> None:
    """Busy. Puts a thread last in the line of those that can run."""
    strand.parked = False
    strand.ready_since = now
    ready.append(strand)
    trace.record(now, strand.lane, "ready", "GIL")


def expire(now: float) -> None:
    """Busy. Ends the waits whose time is up, and keeps the appointments."""
    while appointments and appointments[0].at <= now:
        heappop(appointments).call()
    while timers and timers[0][AT] <= now:
        deadline, ticket, _, strand = heappop(timers)
        if strand.ticket == ticket:
            strand.ticket += 1
            strand.woken = False
            make_ready(strand, now)
            strand.ready_since = deadline


_timer_order = 0


def room(depth: int = 8) -> None:
    """Raises RecursionError now, before anything is changed, where the kernel would run into it on its way."""
    if depth:
        room(depth - 1)


def wait(deadline: float | None = None, deaf: bool = False) -> bool | None:
    """Busy. Parks the running thread until `wake` (True) or until the clock reaches `deadline` (False).

    None when a signal has come for this thread: then the caller goes on waiting after `run_errands`. A `deaf` wait hears none. Raises the exception that the thread is doomed to.
    """
    global _timer_order
    room()
    me = current
    if run_sync is None:
        return _wait_alone(deadline, deaf)
    me.deaf = deaf
    if deadline is not None:
        _timer_order += 1
        heappush(timers, (deadline, me.ticket, _timer_order, me))
    # After the last call: a signal that comes before it finds nobody parked whom it could wake, one that comes later finds this thread.
    if me.doomed is not None or me.errands and not deaf:
        me.ticket += 1
        if me.doomed is not None:
            raise_doom(me)
        return None
    me.woken = False
    me.parked = True
    switch()
    if me.doomed is not None:
        raise_doom(me)
    return me.woken


def _wait_alone(deadline, deaf):
    """Busy. Waits where nothing can be suspended: there is one thread only, which can be woken by the clock alone. False, or None as in `wait`."""
    global busy, idle_s
    for flush in on_idle:
        flush()
    while True:
        if stop_wanted:
            stop()
        if current.doomed is not None:
            raise_doom(current)
        if current.errands and not deaf:
            return None
        left = (inf if deadline is None else deadline) - clock()
        if left <= 0:
            return False
        if appointments:
            left = min(left, max(0.0, appointments[0].at - clock()))
        elif deadline is None and not outside:
            find_deadlock()
            current.doomed = Killed
            raise_doom(current)
        host.pause(min(left, PAUSE_S) * 1000)
        idle_s += min(left, PAUSE_S)
        expire(clock())


def raise_doom(me: Strand) -> "NoReturn":
    """Busy until here. Raises what the thread is doomed to."""
    global busy
    busy = False
    raise me.doomed  # pyright: ignore[reportGeneralTypeIssues]


def switch() -> None:
    """Busy. The running thread, which is in `ready` or parked, lets the next one run, and returns when it runs again."""
    global current, chosen, last_switch, last_macro, idle_s
    me = current
    now = clock()
    me.ran_s += now - me.since
    while True:
        expire(now)
        collect()
        forget_old_timers()
        if not ready and not timers and not outside and not appointments:
            find_deadlock()
        if ready:
            following = ready.popleft()
            if following is me:
                break
            current = nobody
            chosen = following
            macro = now - last_macro > MACRO_TURN_S
            if macro:
                last_macro = now
            if following.started:
                host.switchTo(me.id, following.id, macro)
            else:
                following.started = True
                last_macro = now
                host.start(me.id, following.id)
        else:
            sleeper, ms = next_timer(me)
            if outside and linger is not None and linger(ms):
                now = clock()
                idle_s += now - idle_since
                continue
            for flush in on_idle:
                flush()
            current = nobody
            host.idle(me.id, *next_timer(me))
        was_chosen = park()
        # Now this thread runs again, either chosen by another or first to learn that something happened.
        current = me
        chosen = None
        now = clock()
        if was_chosen:
            break
        last_macro = now
        idle_s += now - idle_since
    last_switch = now
    me.since = now
    trace.record(now, me.lane, "run", "")


def run_errands() -> None:
    """Busy, and again afterwards. The running thread does what it is to do between two steps of the program; what that raises, it raises."""
    global busy
    busy = False
    do_errands(current, _getframe(1))
    busy = True


def do_errands(me: Strand, frame: "FrameType | None" = None) -> None:
    """Not busy. Does what `me` is to do between two steps, in the place of the program where `frame` stands, or from which the kernel was called. What that raises, it raises."""
    if frame is None:
        frame = _getframe(1)
    errands, me.errands = me.errands, ()
    for number, errand in enumerate(errands):
        try:
            errand(frame)
        except BaseException:
            me.errands = (*errands[number + 1 :], *me.errands)
            raise


def collect() -> None:
    """Busy. Wakes the threads for which the page brought something, or for which there is news of a pipe."""
    if glance is not None:
        glance()
    while _arrivals:
        strand = strands.get(_arrivals.popleft())
        if strand is not None and strand.waiting_for is not None:
            wake(strand)


_arrivals: deque[int] = deque()


def arrived(ident: int) -> None:
    """Called by the page, between two turns: it has brought what that thread waits for."""
    _arrivals.append(ident)


def wait_outside(what: str, deadline: float | None = None, kind: str = "wait", deaf: bool = False) -> bool | None:
    """Busy. Parks until the page brings something for this thread (True), or until the clock reaches `deadline` (False); None as in `wait`. `kind`: of the trace event."""
    global outside
    me = current
    me.waiting_for = what
    outside += 1
    trace.record(clock(), me.lane, kind, what)
    try:
        return wait(deadline, deaf)
    finally:
        outside -= 1
        me.waiting_for = None


def find_deadlock() -> None:
    """Busy. No thread is ready and nothing will ever come: says which waits for which, and ends them all."""
    global deadlock_words
    if deadlock_words is None:
        deadlock_words = describe_deadlock()
    doom_all(Killed)


def doom_all(error: type[BaseException]) -> None:
    """Busy. Every live thread raises `error` when it next runs; the running one as well, which may be about to be suspended."""
    now = clock()
    for strand in list(strands.values()):
        strand.doomed = error
        if strand.parked:
            strand.ticket += 1
            make_ready(strand, now)


def yield_turn() -> None:
    """Lets others run, if any is ready, and comes back after them."""
    global busy
    room()
    busy = True
    me = current
    now = clock()
    expire(now)
    if glance is not None:
        glance()
    if ready or _arrivals:
        make_ready(me, now)
        switch()
    busy = False
    if me.doomed is not None:
        raise me.doomed
    if me.errands:
        do_errands(me)


def next_timer(otherwise: Strand) -> tuple[int, float]:
    """Busy. Who is to be woken when nobody runs, and in how many milliseconds; -1 for when the page brings something."""
    global idle_since
    idle_since = clock()
    if not timers and not appointments:
        return otherwise.id, -1
    at = inf
    if timers:
        at = timers[0][AT]
        otherwise = timers[0][WHO]
    if appointments:
        at = min(at, appointments[0].at)
    return otherwise.id, max(0.0, (at - idle_since) * 1000)


def forget_old_timers() -> None:
    """Busy. Drops the timers of waits that ended otherwise, so that the first one counts."""
    while timers and timers[0][WHO].ticket != timers[0][TICKET]:
        heappop(timers)
