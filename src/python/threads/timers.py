"""Alarms and interval timers, which send signals."""

import errno
import operator
import os
import signal
from math import inf

from ..kernel import kernel, preemption
from . import signals

_timers = {}
"""By kind: the time at which an interval timer rings, its interval, and its appointment."""

SIGNAL_OF = {
    signal.ITIMER_REAL: signal.SIGALRM,
    signal.ITIMER_VIRTUAL: signal.SIGVTALRM,
    signal.ITIMER_PROF: signal.SIGPROF,
}


def _cpu_time(now):
    return now - kernel.idle_s


def _left(which):
    at, interval, _ = _timers.get(which, (None, 0.0, None))
    if at is None:
        return 0.0, 0.0
    now = kernel.clock()
    return max(1e-6, at - (now if which == signal.ITIMER_REAL else _cpu_time(now))), interval


def getitimer(which, /):
    """The seconds until an interval timer rings, and its interval."""
    _check_timer(which)
    return _left(which)


def _check_timer(which):
    if which not in SIGNAL_OF:
        raise signal.ItimerError(errno.EINVAL, os.strerror(errno.EINVAL))


def setitimer(which, seconds, interval=0.0, /):
    """Sets an interval timer that rings after so many seconds, and then in this interval; returns what it was set to."""
    _check_timer(which)
    seconds, interval = float(seconds), float(interval)
    if seconds < 0 or interval < 0:
        raise signal.ItimerError(errno.EINVAL, os.strerror(errno.EINVAL))
    before = _left(which)
    _set_timer(which, seconds, interval)
    return before


def _set_timer(which, seconds, interval):
    kernel.busy = True
    _, _, appointment = _timers.pop(which, (None, None, None))
    if appointment is not None:
        kernel.cancel(appointment)
    if seconds > 0:
        now = kernel.clock()
        if which == signal.ITIMER_REAL:
            _arm(now + seconds, interval)
        else:
            _timers[which] = _cpu_time(now) + seconds, interval, None
        watch_clock()
    kernel.on_cpu = _look_at_cpu if signal.ITIMER_VIRTUAL in _timers or signal.ITIMER_PROF in _timers else None
    kernel.busy = False


def watch_clock():
    """Busy. From now on somebody looks at the clock now and then, even while one thread computes alone."""
    preemption.begin()


def _arm(at, interval):
    _timers[signal.ITIMER_REAL] = at, interval, kernel.appoint(at, _alarm)


def _alarm():
    """Busy."""
    at, interval, _ = _timers.pop(signal.ITIMER_REAL)
    if interval > 0:
        # Those that nobody had time for are one.
        now = kernel.clock()
        _arm(at + interval * (1 + max(0.0, (now - at) // interval)), interval)
    signals.come(signal.SIGALRM)


def _look_at_cpu(now):
    """Busy."""
    for which in (signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
        at, interval, _ = _timers.get(which, (inf, 0.0, None))
        if at <= _cpu_time(now):
            if interval > 0:
                _timers[which] = _cpu_time(now) + interval, interval, None
            else:
                del _timers[which]
            signals.come(SIGNAL_OF[which])


def alarm(seconds, /):
    """Has SIGALRM sent in so many seconds, 0 for never; returns how many were left of the alarm before."""
    left, _ = _left(signal.ITIMER_REAL)
    _set_timer(signal.ITIMER_REAL, float(operator.index(seconds)), 0.0)
    return 0 if left == 0 else max(1, round(left))


def install():
    """Called once, when Python has started."""
    for function in (getitimer, setitimer, alarm):
        signals.put(function)
