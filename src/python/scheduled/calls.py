"""Where the calls of the running thread stand. Each thread looks at its own: nobody else can walk its stack."""

import sys

from ..kernel import kernel
from .framestack import stack_of

# What our own functions have in variables, and nobody else has.
_OUR_VARIABLES = (
    "self",
    "thread",
    "run",
    "args",
    "kwargs",
    "timeout",
    "seconds",
    "blocking",
    "state",
    "n",
    "actor",
    "result",
    "failure",
)
_BOTTOM = ("_run_main", "_run_thread")
"""Where a thread of the program begins."""


def note(me):
    """Notes where the calls of the running thread stand, for as long as it stands there."""
    noted = []
    frame = sys._getframe(2)
    while frame is not None:
        code = frame.f_code
        if code.co_filename.startswith(kernel.FOLDER):
            values = frame.f_locals
            noted.append((code, frame.f_lasti, [values[name] for name in _OUR_VARIABLES if name in values]))
            if code.co_name in _BOTTOM:
                break
        else:
            noted.append((code, frame.f_lasti, stack_of(frame)))
        frame = frame.f_back
    me.noted = noted


def own_frames(own):
    """The frames of the program's own calls (whose code is in `own`), innermost first, and the library's function that the innermost has called."""
    found = []
    call = None
    frame = sys._getframe(2)
    while frame is not None:
        code = frame.f_code
        if code in own:
            found.append(frame)
        elif code.co_name == "_run_handle" and code.co_filename.startswith(kernel.FOLDER):
            # What lies below belongs to the thread that runs the event loop.
            break
        elif not found and not code.co_filename.startswith(kernel.FOLDER):
            call = code.co_qualname
        frame = frame.f_back
    return found, call
