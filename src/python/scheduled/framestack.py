"""What the expressions under way of a call have on CPython's stack, and nowhere else: the iterators of loops, the context managers of `with`. It is read from memory."""

import _ctypes
import ctypes
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import Any

# Offsets in words within `_PyInterpreterFrame` of CPython 3.14: Include/internal/pycore_interpframe_structs.h. The tags are those of `_PyStackRef`: pycore_stackref.h.
CAN_READ = sys.version_info[:2] == (3, 14)
WORD = ctypes.sizeof(ctypes.c_void_p)
HEAD = object.__basicsize__
_GLOBALS, _OBJECT, STACK_POINTER, _SLOTS = 3, 6, 8, 10
TAGS = 3
_word_at = ctypes.c_size_t.from_address
_object_at = _ctypes.PyObj_FromPtr


def stack_of(frame: "FrameType") -> "list[Any] | None":
    """The variables of a call and, after them, what its expressions under way have on the stack; None where that is not to be found."""
    call = _word_at(id(frame) + HEAD + WORD).value
    if _word_at(call + _OBJECT * WORD).value != id(frame) or _word_at(call + _GLOBALS * WORD).value != id(
        frame.f_globals
    ):
        return None
    first = call + _SLOTS * WORD
    count = (_word_at(call + STACK_POINTER * WORD).value - first) // WORD
    code = frame.f_code
    if not 0 <= count <= code.co_nlocals + len(code.co_cellvars) + len(code.co_freevars) + code.co_stacksize:
        return None
    return [_slot(_word_at(first + at * WORD).value) for at in range(count)]


def operands_of(frame: "FrameType", depth: int | None) -> "list[Any] | None":
    """What the expressions under way of a call have on the stack, the last one on top. None where that is not to be found, or is not as much as `depth`, which is what the
    instruction needs before which the call stands: then the call is in the midst of it."""
    found = stack_of(frame) if CAN_READ and depth is not None else None
    code = frame.f_code
    named = code.co_nlocals + len(set(code.co_cellvars).difference(code.co_varnames)) + len(code.co_freevars)
    return None if found is None or len(found) - named != depth else found[named:]


EMPTY = type("Empty", (), {})
"""Stands for a place with nothing in it."""


def _slot(word):
    pointer = word & ~TAGS
    if word & TAGS == TAGS:
        # A number that is no object, such as the offset at which an exception was raised.
        return word >> 2
    return _object_at(pointer) if pointer else EMPTY
