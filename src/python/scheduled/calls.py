"""Where the calls of the running thread stand. Each thread looks at its own: nobody else can walk its stack."""

import sys

from ..kernel import kernel
from .framestack import stack_of
from .ourframes import BOTTOMS, TASK_BOTTOMS, kept_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from types import CodeType, FrameType

    from .actors import Actor
    from .shapes import Call


def note(me: "Actor") -> None:
    """Notes in `me.noted` where the calls of the running thread stand: code object, offset, and the values of its variables (None where those cannot be told)."""
    noted: "list[Call]" = []
    frame = sys._getframe(2)
    while frame is not None:
        code = frame.f_code
        is_ours = code.co_filename.startswith(kernel.FOLDER)
        noted.append((code, frame.f_lasti, kept_in(frame) if is_ours else stack_of(frame)))
        if code in BOTTOMS:
            break
        frame = frame.f_back
    me.noted = noted


def own_frames(own: "Container[CodeType]") -> "tuple[list[FrameType], list[FrameType]]":
    """The frames of the program's own calls (whose code is in `own`), and those of the library's calls that the innermost of them has made; innermost first."""
    found = []
    within = []
    frame = sys._getframe(2)
    while frame is not None:
        code = frame.f_code
        if code in own:
            found.append(frame)
        elif code in TASK_BOTTOMS:
            break
        elif not found and not code.co_filename.startswith(kernel.FOLDER):
            within.append(frame)
        frame = frame.f_back
    return found, within
