"""Preemption: at each tick of a clock the running thread yields, if another has waited long enough.

Where a signal can come, it brings the ticks. Where none can, since there is no shared memory, they come from looking at the clock at jumps and function starts.
That slows a tight loop down several times, so it is on only while there is more than one thread.
"""

import sys

from . import console, kernel, trace

TOOL = 4
"""Our number among the tools of `sys.monitoring` (PEP 669); 0 to 3 and 5 have uses of their own."""
LOOK_EVERY_S = 0.0005
"""How often the clock is looked at, a tenth of CPython's switch interval."""
MOST_EVENTS = 2000
"""The most events between two looks."""

wanted = False
"""Whether this interpreter needs it."""
_watching = False
_left = 1
_between = 1
_last_look = 0.0


def begin() -> None:
    """Called when a second thread starts."""
    global _watching
    if not wanted or _watching:
        return
    _watching = True
    monitoring = sys.monitoring
    monitoring.use_tool_id(TOOL, "timeslice")
    monitoring.register_callback(TOOL, monitoring.events.JUMP, _on_event)
    monitoring.register_callback(TOOL, monitoring.events.PY_START, _on_event)
    monitoring.set_events(TOOL, monitoring.events.JUMP | monitoring.events.PY_START)


def end() -> None:
    """Called when only one thread is left, and when a run has ended."""
    global _watching
    if _watching:
        _watching = False
        sys.monitoring.set_events(TOOL, 0)
        sys.monitoring.free_tool_id(TOOL)


def _on_event(code, *_):
    """Looks at the clock about every half millisecond: after as many events as came in that time before."""
    global _left, _between, _last_look
    _left -= 1
    if _left > 0:
        return None
    if code.co_filename.startswith(kernel.FOLDER):
        return sys.monitoring.DISABLE
    now = kernel.clock()
    passed = now - _last_look
    _between = max(1, min(MOST_EVENTS, int(_between * LOOK_EVERY_S / passed))) if passed > 0 else MOST_EVENTS
    if passed > 10 * LOOK_EVERY_S:
        _between = 1
    _left = _between
    _last_look = now
    on_tick()
    return None


def on_tick(frame=None):
    """What the signal handler does a few times in each switch interval: the running thread yields when another has waited long enough.

    A thread that is to end does so here, and one that has errands does them in `frame`, the program's; unless it is code of the kernel's that was
    interrupted: a lock must not be left half released.
    """
    if kernel.busy or kernel.current is kernel.nobody or kernel.host is None:
        return
    try:
        kernel.room()
    except RecursionError:
        return
    if kernel.stop_wanted:
        kernel.stop()
    kernel.busy = True
    me = kernel.current
    now = kernel.clock()
    kernel.expire(now)
    if kernel.on_cpu is not None:
        kernel.on_cpu(now)
    trace.tick(now)
    console.tick(now)
    if me.doomed is not None and not kernel.host.isInKernel():
        kernel.raise_doom(me)
    if kernel.look is not None:
        kernel.look()
    if kernel.outside or kernel.glance is not None:
        kernel.collect()
    if kernel.ready:
        if now - max(kernel.ready[0].ready_since, kernel.last_switch) >= kernel.interval_s:
            kernel.make_ready(me, now)
            kernel.switch()
    elif kernel.outside and now - kernel.last_macro > kernel.MACRO_TURN_S:
        # No other thread waits for the GIL, but the page may have brought something: let its event loop have a turn.
        kernel.last_macro = now
        kernel.current, kernel.chosen = kernel.nobody, me
        kernel.host.turn(me.id)
        kernel.park()
        kernel.current, kernel.chosen = me, None
        kernel.collect()
    kernel.busy = False
    if (me.doomed is not None or me.errands) and not kernel.host.isInKernel():
        if me.doomed is not None:
            raise me.doomed
        kernel.do_errands(me, frame)
