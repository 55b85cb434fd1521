"""How a thread begins and how it ends."""

from . import kernel, trace
from .strand import Killed, Strand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

before_second: "Callable[[], None] | None" = None
"""Called when a second thread is about to start."""
back_to_one: "Callable[[], None] | None" = None
"""Called (busy) when all threads but one have ended."""
on_end: "list[Callable[[Strand], None]]" = []
"""Called by each thread, with itself, when its function has returned."""
ignored: "Callable[[BaseException, str], None]" = None  # pyright: ignore[reportAssignmentType]
"""Shows an exception that nobody can catch, beneath a sentence that says where it came from: `sys.unraisablehook`."""


def spawn(strand: Strand) -> None:
    """Makes a thread that will run `strand.call`. Raises RuntimeError where there can be none."""
    if kernel.run_sync is None:
        raise RuntimeError("can't start new thread: this browser cannot suspend WebAssembly (JSPI)")
    if len(kernel.strands) >= kernel.MAX_THREADS:
        raise RuntimeError("can't start new thread")
    kernel.busy = True
    if before_second is not None and len(kernel.strands) == 1:
        before_second()
    kernel.strands[strand.id] = strand
    now = kernel.clock()
    trace.start(now, strand.lane, "thread", strand.name)
    kernel.make_ready(strand, now)
    kernel.busy = False


def enter(ident: int) -> None:
    """The bottom of every started thread's stack; called by the page when the thread has been chosen for the first time. Raises nothing."""
    kernel.host.guard(ident)
    me = kernel.strands[ident]
    now = kernel.clock()
    kernel.current = me
    kernel.chosen = None
    kernel.last_switch = now
    me.since = now
    trace.record(now, me.lane, "run", "")
    function, args, kwargs = me.call  # pyright: ignore[reportGeneralTypeIssues]
    me.call = None
    failure = None
    try:
        if me.doomed is None:
            kernel.busy = False
            function(*args, **kwargs)
    except (SystemExit, Killed):
        pass
    except BaseException as error:
        failure = error
    if failure is not None and me.doomed is None:
        ignored(failure, f"Exception ignored in thread started by {function!r}")
    kernel.busy = False
    try:
        # What nobody else holds goes now, in the thread that had it.
        function = args = kwargs = failure = None
        for forget in on_end:
            forget(me)
    except BaseException:
        # A stop that comes now ends what ends anyway.
        failure = None
    kernel.busy = True
    leave(me)


def close_lane(me: Strand, reason: str | None = None) -> None:
    """Busy. Ends a thread's lane in the trace; what it still held, it holds no longer."""
    for noted, name in list(me.noted.values()):
        lock = noted()
        if lock is not None:
            lock._note_release()
        else:
            trace.record(kernel.clock(), me.home, "release", name)
    trace.end(kernel.clock(), me.home, reason or me.failure, me.doomed is not None)


def leave(me: Strand) -> None:
    """Busy. Ends the running thread and hands over to the next; nothing of it runs afterwards."""
    now = kernel.clock()
    me.ran_s += now - me.since
    del kernel.strands[me.id]
    close_lane(me)
    if me.handle is not None:
        me.handle.finish()
    if len(kernel.strands) == 1 and back_to_one is not None:
        back_to_one()
    kernel.expire(kernel.clock())
    kernel.collect()
    kernel.forget_old_timers()
    if not kernel.ready and not kernel.timers and not kernel.outside and not kernel.appointments:
        kernel.find_deadlock()
    kernel.current = kernel.nobody
    if kernel.ready:
        following = kernel.chosen = kernel.ready.popleft()
        if following.started:
            kernel.host.wake(following.id)
        else:
            following.started = True
            kernel.host.startNext(following.id)
        return
    for flush in kernel.on_idle:
        flush()
    kernel.host.idleWithout(*kernel.next_timer(kernel.main))


def exit_at_once(status):
    """`os._exit`: ends every thread without a word, the running one here."""
    kernel.end_at_once(int(status))
    kernel.raise_doom(kernel.current)
