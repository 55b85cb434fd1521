"""Makes threads take turns where no signal can come: by looking at the clock at jumps and function starts.

It slows a tight loop down several times, so it is on only while there is more than one thread, and only where there is no shared memory.
"""

import sys

from . import kernel

TOOL = 4
LOOK_EVERY_S = 0.0005
MOST_EVENTS = 2000

wanted = False
"""Whether this interpreter needs it."""
_watching = False
_left = 1
_between = 1
_last_look = 0.0


def begin():
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


def end():
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
    kernel.on_tick()
    return None
