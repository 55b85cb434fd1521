"""Alarms and interval timers, which send signals."""

import errno
import operator
import os
import signal

from ..kernel import kernel, preemption
from . import signals


class _Timer:
    """An interval timer that is set: when it rings, on its own clock, and then after how many seconds again (0 for never); for the real clock, also what rings it."""

    __slots__ = ("at", "interval", "appointment")

    def __init__(self, at: float, interval: float, appointment: kernel.Appointment | None = None) -> None:
        self.at = at
        self.interval = interval
        self.appointment = appointment


_timers: dict[int, _Timer] = {}
"""By kind, those that are set."""

SIGNAL_OF = {
    signal.ITIMER_REAL: signal.SIGALRM,
    signal.ITIMER_VIRTUAL: signal.SIGVTALRM,
    signal.ITIMER_PROF: signal.SIGPROF,
}


def _cpu_time(now):
    return now - kernel.idle_s


def _left(which):
    timer = _timers.get(which)
    if timer is None:
        return 0.0, 0.0
    now = kernel.clock()
    return max(1e-6, timer.at - (now if which == signal.ITIMER_REAL else _cpu_time(now))), timer.interval


def getitimer(which, /):
    """The seconds until an interval timer rings, and its interval."""
    _check_timer(which)
    return _left(which)


def _check_timer(which):
    if which not in SIGNAL_OF:
        raise signal.ItimerError(errno.EINVAL, os.strerror(errno.EINVAL))


def setitimer(which, seconds, interval=0.0, /):
    """Sets an interval timer that rings after `seconds`, and then every `interval` seconds; returns what it was set to. Raises ItimerError."""
    _check_timer(which)
    seconds, interval = float(seconds), float(interval)
    if seconds < 0 or interval < 0:
        raise signal.ItimerError(errno.EINVAL, os.strerror(errno.EINVAL))
    before = _left(which)
    _set_timer(which, seconds, interval)
    return before


def _set_timer(which, seconds, interval):
    kernel.busy = True
    before = _timers.pop(which, None)
    if before is not None and before.appointment is not None:
        kernel.cancel(before.appointment)
    if seconds > 0:
        now = kernel.clock()
        if which == signal.ITIMER_REAL:
            _arm(now + seconds, interval)
        else:
            _timers[which] = _Timer(_cpu_time(now) + seconds, interval)
        watch_clock()
    kernel.on_cpu = _look_at_cpu if signal.ITIMER_VIRTUAL in _timers or signal.ITIMER_PROF in _timers else None
    kernel.busy = False


def watch_clock() -> None:
    """Busy. From now on the clock is looked at now and then, even while one thread computes alone."""
    preemption.begin()


def _arm(at, interval):
    _timers[signal.ITIMER_REAL] = _Timer(at, interval, kernel.appoint(at, _alarm))


def _alarm():
    """Busy."""
    rung = _timers.pop(signal.ITIMER_REAL)
    if rung.interval > 0:
        # Those that nobody had time for are one.
        now = kernel.clock()
        _arm(rung.at + rung.interval * (1 + max(0.0, (now - rung.at) // rung.interval)), rung.interval)
    signals.come(signal.SIGALRM)


def _look_at_cpu(now):
    """Busy."""
    for which in (signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
        timer = _timers.get(which)
        if timer is not None and timer.at <= _cpu_time(now):
            if timer.interval > 0:
                _timers[which] = _Timer(_cpu_time(now) + timer.interval, timer.interval)
            else:
                del _timers[which]
            signals.come(SIGNAL_OF[which])


def alarm(seconds, /):
    """Has SIGALRM sent in `seconds`, 0 for never; returns how many were left of the alarm before."""
    left, _ = _left(signal.ITIMER_REAL)
    _set_timer(signal.ITIMER_REAL, float(operator.index(seconds)), 0.0)
    return 0 if left == 0 else max(1, round(left))


def install() -> None:
    """Called once, when Python has started."""
    for function in (getitimer, setitimer, alarm):
        signals.put(function)
