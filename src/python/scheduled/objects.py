"""Names for the lists, dictionaries and instances of a run, so that an access can say which of them it is to.

An object's name says which thread made it and as which of its own, whatever the other threads have done before. So a name is given only
- to what can be reached when the main thread starts the first other thread: until then there is no choice, and the order in which the objects are found is the same in all runs;
- to what a thread makes later by an instruction that is known to make something new, before it does anything else with it.

All other objects have no name: an access to one of them is an access to those of all objects. To name an object when it is first touched would not do, since which thread
touches it first depends on the schedule.
"""

import functools
import gc
import threading
from collections import Counter, OrderedDict, defaultdict, deque
from types import CellType, FunctionType, MethodType, SimpleNamespace

from . import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import CodeType, FrameType
    from typing import Any

    from .actors import Actor
    from .shapes import Accesses

MOST_OBJECTS = 5_000
"""How many objects have names in a run, at most."""

CONTAINERS = frozenset((list, dict, set, bytearray, deque, defaultdict, Counter, OrderedDict))
"""Types whose items lie in the object itself, and are changed by C code alone."""
_LOOKED_INTO = frozenset((tuple, CellType, SimpleNamespace, MethodType, functools.partial))
"""Other types whose parts are looked at when names are given."""
_BASES = CONTAINERS | {object, threading.Thread, SimpleNamespace}
"""Types from which a class of the program's may inherit, and whose code in the library looks at no attribute under another name than the program does."""


class Objects:
    """The objects of one run that have names. They live as long as the run, so that no other object gets the `id` of one of them."""

    __slots__ = ("_made", "_kept", "_own")

    def __init__(self) -> None:
        self._made: "dict[int, tuple[int, int]]" = {}
        """By `id`: who made it, and as which of its own."""
        self._kept: list[object] = []
        self._own: "dict[type, bool]" = {}

    def add(self, thing: object, maker: "Actor") -> None:
        """Names an object that a thread has made, if it has no name yet."""
        if id(thing) not in self._made and len(self._kept) < MOST_OBJECTS:
            maker.objects += 1
            self._made[id(thing)] = (maker.number, maker.objects)
            self._kept.append(thing)

    def access(self, whole: str, thing: object, kind: str) -> "Accesses":
        """An access to the attribute, or the items, of one object; to those of all, where the object has no name."""
        made = self._made.get(id(thing))
        key = (whole, made, kind)
        found = _accesses.get(key)
        if found is None:
            found = _accesses[key] = ((whole if made is None else names.part(whole, *made), kind),)
        return found

    def is_own(self, kind: type) -> bool:
        """Whether this is a class of the program's, of whose instances only the program's own code reads or writes attributes."""
        found = self._own.get(kind)
        if found is None:
            found = self._own[kind] = _is_of_program(kind) and all(
                one in _BASES or _is_of_program(one) for one in kind.__mro__
            )
        return found

    def add_reachable(self, frames: "Iterable[FrameType]", own: "frozenset[CodeType]", main: "Actor") -> None:
        """Names what the main thread has made before it starts another one, as far as it can be reached from the variables of its calls (the outermost first)."""
        seen: set[int] = set()
        waiting: list[Any] = [
            thing for frame in frames for name, thing in frame.f_locals.items() if name != "__builtins__"
        ]
        waiting.reverse()
        while waiting and len(seen) < MOST_OBJECTS:
            thing = waiting.pop()
            kind = type(thing)
            if kind in _ATOMS or id(thing) in seen:
                continue
            seen.add(id(thing))
            if kind in CONTAINERS:
                self.add(thing, main)
                if kind is not set:
                    # In which order the items of a set come is not known.
                    waiting.extend(gc.get_referents(thing))
            elif kind in _LOOKED_INTO:
                if kind is SimpleNamespace:
                    self.add(thing, main)
                waiting.extend(gc.get_referents(thing))
            elif kind is FunctionType:
                if thing.__code__ in own:
                    waiting.extend((thing.__kwdefaults__, thing.__defaults__, thing.__closure__))
            elif kind is threading.Thread:
                waiting.extend((thing._kwargs, thing._args, thing._target))  # pyright: ignore[reportAttributeAccessIssue]
            elif kind is type:
                if _is_of_program(thing):
                    waiting.extend(vars(thing).values())
            elif self.is_own(kind):
                self.add(thing, main)
                waiting.extend(gc.get_referents(thing))


def _is_of_program(kind: type) -> bool:
    return kind.__dict__.get("__module__") == "__main__"


_ATOMS = frozenset((int, str, float, bool, type(None), bytes, complex))
_accesses: "dict[tuple[str, tuple[int, int] | None, str], Accesses]" = {}
"""Made once for all runs: a search makes millions of them."""
