"""Functions of ours in which a thread of the program can stand, and which of their variables belong to the state of a run.

A state gets its name (states.py) from the variables of all calls under way. Most variables of our own functions follow from the rest of the state, or never matter, such as
deadlines in absolute time; what remains is registered where the function is defined. A state in which a thread stands in a function of ours that is not registered has no name.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import CodeType, FrameType, FunctionType
    from typing import Any, TypeVar

    F = TypeVar("F", bound=FunctionType)

_kept: "dict[CodeType, tuple[str, ...]]" = {}
"""By code object: the names of the variables."""
BOTTOMS: "set[CodeType]" = set()
"""The code of our functions that no call of the program's lies beneath."""
TASK_BOTTOMS: "set[CodeType]" = set()
"""The code of our functions beneath which only calls of an event loop's thread lie."""


def keeps(*names: str) -> "Callable[[F], F]":
    """Registers a function with the variables of it that belong to the state of a run. Raises NameError if it has no variable of such a name."""

    def register(function: "F") -> "F":
        code = function.__code__
        if code in _kept:
            # Of a function that is defined anew at each call of another.
            return function
        unknown = set(names).difference(code.co_varnames, code.co_cellvars, code.co_freevars)
        if unknown:
            raise NameError(f"{code.co_qualname} has no variables {', '.join(sorted(unknown))}")
        _kept[code] = names
        return function

    return register


def bottom(function: "F") -> "F":
    """Registers a function with which the life of a thread begins."""
    BOTTOMS.add(function.__code__)
    return function


def task_bottom(function: "F") -> "F":
    """Registers a function that runs a step of a task."""
    TASK_BOTTOMS.add(function.__code__)
    return function


def kept_in(frame: "FrameType") -> "list[Any] | tuple[()] | None":
    """What a call of ours has in the registered variables; None if its function is not registered."""
    names = _kept.get(frame.f_code)
    if not names:
        return names  # pyright: ignore[reportReturnType]
    values = frame.f_locals
    return [values[name] for name in names if name in values]
