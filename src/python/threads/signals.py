"""Signals. Python's handlers run in the main thread, between its steps, and there is no operating system that could do the rest.

The C code that notices a signal runs in the thread that happens to run; it only tells us (`come`). A handler is an errand of the main thread's: see
the kernel. What a signal without a handler does to a process is done here, too.
"""

import _signal
import errno
import operator
import os
import signal

from ..kernel import kernel, lifetimes, preemption, system

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Any

    from ..kernel.strand import Strand

TICK = 63
STOP = 62
"""Numbers that programs do not use; src/core/python/python.ts has them too."""

NO_SUSPENDING = "a process cannot be stopped for a while and go on later in the page: there is no operating system here"
ONLY_IN_MAIN = "signal only works in main thread of the main interpreter"

IGNORED = frozenset((signal.SIGCHLD, signal.SIGCONT, signal.SIGURG, signal.SIGWINCH))
"""What a process ignores that has said nothing about it."""
SUSPENDING = frozenset((signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU))
UNCHANGEABLE = frozenset((signal.SIGKILL, signal.SIGSTOP))

_handlers: "dict[int, Any]" = {
    signal.SIGINT: _signal.default_int_handler,
    signal.SIGPIPE: signal.SIG_IGN,
    signal.SIGXFSZ: signal.SIG_IGN,
}
"""What the program has said, by number, where that is not SIG_DFL; for SIGINT, which has a handler from the start, in any case."""
_pending: set[int] = set()
"""Those that have come and whose handlers have not yet run."""
_held: set[int] = set()
"""Those that have come and that every thread has blocked."""
_masks: "dict[Strand, set[int] | frozenset[int]]" = {}
"""By strand: the signals that it has blocked."""
_awaiting: "dict[Strand, set[int] | int]" = {}
"""By strand: the signals that it waits for, and then the one that has come."""
dumps: "dict[int, Callable[[], object]]" = {}
"""By number: what writes down all stacks when it comes, and says whether the program's own handler is to be called as well."""
_wakeup_fd = -1


def _check_number(number):
    if not 1 <= number < signal.NSIG:
        raise ValueError("signal number out of range")


def set_handler(signalnum, handler, /):
    """`signal.signal`."""
    number = int(signalnum)
    if not callable(handler) and handler not in (signal.SIG_IGN, signal.SIG_DFL):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if kernel.current is not kernel.main:
        raise ValueError(ONLY_IN_MAIN)
    _check_number(number)
    if number in UNCHANGEABLE:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    _settle()
    before = get_handler(number)
    if handler == signal.SIG_DFL and number != signal.SIGINT:
        _handlers.pop(number, None)
    else:
        _handlers[number] = handler
    announce()
    return before


def announce() -> None:
    """Tells other processes which signals they are not to end this one by: it has said what these do, or has blocked them."""
    if system.slot != 0:
        mask = sum(1 << number for number in set(_handlers).union(*_masks.values()) if number < 64)
        system.tell("takeSignals", _as_word(mask), _as_word(mask >> 32))


def _as_word(mask):
    """The lowest 32 bits as a number with a sign."""
    return (mask & 0xFFFFFFFF ^ 0x80000000) - 0x80000000


def get_handler(signalnum, /):
    """`signal.getsignal`."""
    number = int(signalnum)
    _check_number(number)
    return _handlers.get(number, signal.SIG_DFL)


def come(number: int, interrupts: bool = True) -> None:
    """A signal has come to this process, in any thread and however busy the kernel is.

    It `interrupts` what the main thread waits for, unless another thread has raised it for itself: then, as in CPython, the handler runs after the wait.
    """
    for strand, wanted in _awaiting.items():
        if type(wanted) is not int and number in wanted:  # pyright: ignore[reportOperatorIssue]
            _awaiting[strand] = number
            _busily(lambda strand=strand: kernel.wake(strand))
            return
    if _masks and all(number in _masks.get(strand, ()) for strand in kernel.strands.values()):
        _held.add(number)
        return
    dump = dumps.get(number)
    if dump is not None and not dump():
        return
    handler = _handlers.get(number, signal.SIG_DFL)
    if callable(handler):
        _pending.add(number)
        _tell_wakeup_fd(number)
        main = kernel.main
        if _run_handlers not in main.errands:
            main.errands = (*main.errands, _run_handlers)
        if interrupts:
            _busily(lambda: kernel.interrupt(main))
    elif handler == signal.SIG_DFL and number not in IGNORED:
        _die(number)


def hear_others() -> None:
    """Has those come that other processes have sent."""
    while number := system.next_signal():
        come(number)


def _settle():
    """Before it changes what signals do, a thread does what those are to do that were sent before."""
    hear_others()
    me = kernel.current
    if me.doomed is not None:
        raise me.doomed
    if me.errands:
        kernel.do_errands(me)


def _busily(change):
    was_busy, kernel.busy = kernel.busy, True
    change()
    kernel.busy = was_busy


def _die(number):
    kernel.end_at_once(-number)


def _run_handlers(frame):
    """In the main thread: calls the handlers of what has come, in order of the numbers, as CPython does."""
    while _pending:
        number = min(_pending)
        _pending.discard(number)
        handler = _handlers.get(number, signal.SIG_DFL)
        if callable(handler):
            if _pending and _run_handlers not in kernel.main.errands:
                # If this one raises, the others come after it.
                kernel.main.errands = (*kernel.main.errands, _run_handlers)
            handler(number, frame)


def send(number: int, interrupts: bool = True) -> None:
    """The program has raised a signal for itself: in the main thread its handler has run when this returns."""
    if number in SUSPENDING and _handlers.get(number, signal.SIG_DFL) == signal.SIG_DFL:
        raise NotImplementedError(NO_SUSPENDING)
    come(number, interrupts)
    me = kernel.current
    if me.doomed is not None:
        raise me.doomed
    if me.errands:
        kernel.do_errands(me)


def raise_signal(signalnum, /):
    """Sends a signal to the executing process."""
    number = operator.index(signalnum)
    if not 1 <= number < signal.NSIG:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    send(number, interrupts=False)


def interrupt_main(signum=signal.SIGINT, /):
    """Simulates the arrival of a signal, whose handler the main thread will run; one without a handler is ignored."""
    number = operator.index(signum)
    _check_number(number)
    if callable(_handlers.get(number, signal.SIG_DFL)):
        send(number, interrupts=False)


def pthread_kill(thread_id, signalnum, /):
    """Sends a signal to a thread; Python's handler runs in the main thread all the same."""
    number = operator.index(signalnum)
    if not 0 <= number < signal.NSIG:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    if thread_id not in kernel.strands:
        raise ProcessLookupError(errno.ESRCH, os.strerror(errno.ESRCH))
    if number:
        send(number, interrupts=thread_id == kernel.main.id)


def pause():
    """Waits until a signal has arrived for which there is a handler."""
    me = kernel.current
    if me is not kernel.main:
        _wait_for_one(lambda: None)
    kernel.busy = True
    try:
        while kernel.wait_outside("a signal") is not None:
            pass
        kernel.run_errands()
    finally:
        kernel.busy = False


def _wait_for_one(found, deadline=None):
    """Parks the running thread until `found()` is something, which is returned, or until the time is up."""
    kernel.busy = True
    try:
        while (answer := found()) is None and (deadline is None or kernel.clock() < deadline):
            if kernel.wait_outside("a signal", deadline) is None:
                kernel.run_errands()
        return answer
    finally:
        kernel.busy = False


def _numbers(sigset):
    numbers = {operator.index(number) for number in sigset}
    for number in numbers:
        if not 1 <= number < signal.NSIG:
            raise ValueError(f"signal number {number} out of range [1; {signal.NSIG - 1}]")
    return numbers


def pthread_sigmask(how, mask, /):
    """Blocks signals for the running thread, or lets them through again; returns those that it had blocked."""
    numbers = _numbers(mask) - UNCHANGEABLE
    _settle()
    before = _masks.get(kernel.current, frozenset())
    if how == signal.SIG_BLOCK:
        now = before | numbers
    elif how == signal.SIG_UNBLOCK:
        now = before - numbers
    elif how == signal.SIG_SETMASK:
        now = frozenset(numbers)
    else:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    _masks[kernel.current] = now
    announce()
    for number in sorted(_held - now):
        _held.discard(number)
        send(number)
    return set(map(_named, before))


def inherit_mask(strand: "Strand") -> None:
    """A new thread begins with the mask of the one that starts it."""
    mask = _masks.get(kernel.current)
    if mask:
        _masks[strand] = mask


def forget_strand(strand: "Strand") -> None:
    """The thread has ended."""
    _masks.pop(strand, None)


def sigpending():
    """The signals that have come and are blocked."""
    hear_others()
    return set(map(_named, _held))


def _named(number):
    try:
        return signal.Signals(number)
    except ValueError:
        return number


def sigwait(sigset, /):
    """Waits for one of these signals, takes it and returns its number."""
    return _named(_take(_numbers(sigset), None))


def sigwaitinfo(sigset, /):
    """Waits as `sigwait` does, and returns what is known of the signal."""
    return _info(_take(_numbers(sigset), None))


def sigtimedwait(sigset, timeout, /):
    """Waits as `sigwaitinfo` does, for at most `timeout` seconds; then None."""
    if timeout < 0:
        raise ValueError("timeout must be non-negative")
    number = _take(_numbers(sigset), kernel.clock() + timeout)
    return None if number is None else _info(number)


def _info(number):
    return signal.struct_siginfo((number, 0, 0, system.pid, 0, 0, 0))


def _take(numbers, deadline):
    hear_others()
    held = sorted(_held & numbers)
    if held:
        _held.discard(held[0])
        return held[0]
    me = kernel.current
    _awaiting[me] = numbers
    try:
        return _wait_for_one(lambda: _awaiting[me] if type(_awaiting[me]) is int else None, deadline)
    finally:
        del _awaiting[me]


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Has the number of each signal that comes written to a file descriptor; returns the one before."""
    global _wakeup_fd
    if kernel.current is not kernel.main:
        raise ValueError("set_wakeup_fd only works in main thread of the main interpreter")
    if fd != -1:
        os.fstat(fd)
    before, _wakeup_fd = _wakeup_fd, fd
    return before


def _tell_wakeup_fd(number):
    if _wakeup_fd != -1:
        try:
            os.write(_wakeup_fd, bytes([number]))
        except OSError:
            # Full, or closed: CPython goes on as well.
            return


def siginterrupt(signalnum, flag, /):
    """Whether system calls go on after a signal: here they always do."""
    _check_number(operator.index(signalnum))


def on_signal(number: int, frame: "FrameType | None") -> None:
    """The handler that CPython calls in the running thread, for signals that come from the page."""
    come(number)
    preemption.on_tick(frame)


def put(function) -> None:
    """Puts a function in the place of that of the C code."""
    function.__module__ = "_signal"
    setattr(_signal, function.__name__, function)
    setattr(signal, function.__name__, function)


def install():
    """Called once, when Python has started."""
    import _thread

    system.hear_signals = hear_others
    real = _signal.signal
    for number in signal.valid_signals() - {TICK, STOP} - UNCHANGEABLE:
        real(number, on_signal)
    _signal.signal = set_handler
    _signal.getsignal = get_handler
    replaced = (
        raise_signal,
        pause,
        pthread_sigmask,
        pthread_kill,
        sigpending,
        sigwait,
        sigwaitinfo,
        sigtimedwait,
        set_wakeup_fd,
        siginterrupt,
    )
    for function in replaced:
        put(function)
    _thread.interrupt_main = interrupt_main
    interrupt_main.__module__ = "_thread"
    lifetimes.on_end.append(forget_strand)
    return real
