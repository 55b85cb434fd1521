"""Which objects an instruction is about to touch, read from the stack of its call at run time.

A footprint (footprints.py) says what an instruction does to all objects: reads or writes items, or an attribute. Here it becomes an access to the objects that the instruction
really has before it; where that cannot be told, it stays as it is.
"""

import ctypes
import gc
import sys
import threading
from _ctypes import PyObj_FromPtr  # pyright: ignore[reportAttributeAccessIssue]
from collections import defaultdict, deque
from types import BuiltinFunctionType, FunctionType, GeneratorType, MethodType

from . import names, scheduler
from .actors import actors
from .framestack import HEAD, STACK_POINTER, TAGS, WORD
from .objects import CONTAINERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FrameType
    from typing import Any

    from .records import Run
    from .shapes import Access, Accesses

_word_at = ctypes.c_size_t.from_address
MOST_LOOKED_AT = 64
"""How many objects are looked at for one instruction."""

_ATOMS = frozenset((int, str, float, bool, type(None), bytes, complex, range, type, threading.Thread))
"""Types of things without items, or whose items no other thread can change."""
_FIXED = frozenset((tuple, frozenset))
"""Types of things whose items stay, but may themselves have items."""
_PASSING = frozenset(
    type(one)
    for one in (
        iter([]),
        reversed([]),
        iter({}),
        iter({}.values()),
        iter({}.items()),
        iter(set()),
        iter(deque()),
        iter(()),
        iter(range(0)),
        iter(""),
        {}.keys(),
        {}.values(),
        {}.items(),
        enumerate(()),
        filter(None, ()),
    )
)
"""Types of iterators and views: what they touch is what they refer to. That no two threads share an iterator, `keeps_iterators` of traits.py has made sure."""
_WRITING = frozenset(
    "append appendleft insert extend extendleft pop popleft popitem remove discard clear reverse rotate sort add update setdefault difference_update intersection_update "
    "symmetric_difference_update move_to_end".split()
)
"""Methods of containers that change them."""
_TAKING = frozenset(
    "append appendleft insert pop popleft popitem clear reverse rotate add discard setdefault move_to_end".split()
)
"""Those among them that do not look into their arguments, nor into the items."""
_METHOD = type(list.append)


_READERS = _ATOMS | _FIXED | {map, filter}
"""Types that, when they are called, only read what they are given."""


class _Unknown(Exception):
    """Raised where nobody can say what is touched."""


class _Look:
    """What one instruction touches: the accesses are collected in `found`."""

    __slots__ = ("objects", "found", "left")

    def __init__(self, run: "Run") -> None:
        self.objects = run.objects
        self.found: "list[Access]" = []
        self.left = MOST_LOOKED_AT

    def write(self, thing: object) -> None:
        self.found += self.objects.access(names.ITEMS, thing, "write")

    def has_items(self, kind: type) -> bool:
        """Whether the items of objects of this type lie in the object itself."""
        return kind in CONTAINERS or (self.objects.is_own(kind) and not CONTAINERS.isdisjoint(kind.__mro__))

    def read(self, thing: "Any", deep: bool) -> None:
        """Adds that the items of a thing are read; if `deep`, those of its items as well. Raises `_Unknown`."""
        kind = type(thing)
        if kind in _ATOMS:
            return
        self.left -= 1
        if self.left < 0:
            raise _Unknown
        if kind in CONTAINERS:
            self.found += self.objects.access(names.ITEMS, thing, "read")
            if deep:
                for one in gc.get_referents(thing):
                    self.read(one, True)
        elif kind in _FIXED:
            if deep:
                for one in gc.get_referents(thing):
                    self.read(one, True)
        elif kind in _PASSING:
            for one in gc.get_referents(thing):
                self.read(one, deep)
        elif kind is zip or kind is map:
            for one in thing.__reduce__()[1]:  # pyright: ignore[reportIndexIssue]
                self.read(one, deep)
        elif kind is FunctionType:
            if not _is_own(thing):
                raise _Unknown
        elif kind is MethodType:
            self.read(thing.__func__, False)
        elif kind is not GeneratorType:
            # The lines of a generator expression tell themselves what they do.
            self._read_instance(thing, kind, deep)

    def _read_instance(self, thing: object, kind: type, deep: bool) -> None:
        if not self.objects.is_own(kind) or scheduler.batch.footprints.compares_attributes:
            raise _Unknown
        if not CONTAINERS.isdisjoint(kind.__mro__):
            if deep:
                raise _Unknown
            self.found += self.objects.access(names.ITEMS, thing, "read")


def _is_own(function: "Any") -> bool:
    return function.__code__ in scheduler.batch.own


def _operand(top: int, depth: int) -> "Any":
    """What lies on the stack, `depth` places below its end."""
    word = _word_at(top - depth * WORD).value
    if word & TAGS == TAGS:
        return 0
    pointer = word & ~TAGS
    return PyObj_FromPtr(pointer) if pointer else _NULL


class _Null:
    """Stands for a place with nothing in it."""


_NULL = _Null()


def attribute(run: "Run", _: "FrameType", top: int, argument: "Any") -> "Accesses":
    """An attribute of what lies on top. `argument` is its name in accesses, and whether it is read or written."""
    whole, kind = argument
    return run.objects.access(whole, _operand(top, 1), kind)


def reads(run: "Run", _: "FrameType", top: int, argument: "Any") -> "list[Access]":
    """The items of operands are read. `argument` is the depths of these, and whether their items are looked into."""
    depths, deep = argument
    look = _Look(run)
    for depth in depths:
        look.read(_operand(top, depth), deep)
    return look.found


def item(run: "Run", _: "FrameType", top: int, argument: "Any") -> "Accesses | list[Access]":
    """An item is read. `argument` is the depth of the container."""
    container = _operand(top, argument)
    kind = type(container)
    look = _Look(run)
    if kind is defaultdict or defaultdict in kind.__mro__:
        # It may add the item.
        look.write(container)
    else:
        look.read(container, False)
    return look.found


def stored(run: "Run", _: "FrameType", top: int, argument: "Any") -> "Accesses | list[Access]":
    """An item is set or deleted. `argument` is the depth of the container."""
    container = _operand(top, argument)
    look = _Look(run)
    kind = type(container)
    if look.has_items(kind):
        look.write(container)
    elif not look.objects.is_own(kind):
        raise _Unknown
    return look.found


def operator(run: "Run", _: "FrameType", top: int, argument: "Any") -> "list[Access]":
    """An operator with two operands. `argument` says whether it works in place, and whether it looks into the items of its operands."""
    in_place, deep = argument
    left = _operand(top, 2)
    look = _Look(run)
    if in_place and look.has_items(type(left)):
        look.write(left)
    else:
        look.read(left, deep)
    look.read(_operand(top, 1), deep)
    return look.found


def call(run: "Run", frame: "FrameType", top: int, argument: "Any") -> "list[Access]":
    """A call. `argument` is how many arguments there are, how many places lie above them, whether the name of what is called is one that only reads, whether it looks into
    what it reads, and the offset of the instruction that follows if that is reached in no other way."""
    deep = argument[3]
    key = id(frame)
    run.making.pop(key, None)
    run.calls.pop(key, None)
    found = _called(run, frame, top, argument)
    if not (found and deep):
        # What it reads does not depend on what others do meanwhile.
        run.calls[key] = (frame.f_code, frame.f_lasti, found)
    return found


def _called(run: "Run", frame: "FrameType", top: int, argument: "Any") -> "list[Access]":
    count, above, only_reads, deep, following = argument
    called = _operand(top, count + above + 2)
    first = _operand(top, count + above + 1)
    given = [_operand(top, depth + above) for depth in range(count, 0, -1)]
    kind = type(called)
    look = _Look(run)
    if kind is MethodType:
        called, first, kind = called.__func__, called.__self__, type(called.__func__)
    if kind is FunctionType:
        if not _is_own(called) and not _is_guarded(called, first):
            raise _Unknown
        return look.found
    if kind is type:
        own = look.objects.is_own(called)
        if own or called in CONTAINERS:
            run.making[id(frame)] = following
        if own:
            return look.found
        if not only_reads and called not in _READERS and called not in CONTAINERS:
            raise _Unknown
    elif kind is BuiltinFunctionType:
        owner = called.__self__
        if type(owner) is type(sys):
            if not only_reads and owner.__name__ != "math" and called is not next:
                raise _Unknown
        else:
            first = owner
            if not only_reads:
                return _method(look, called.__name__, first, given)
    elif kind is _METHOD:
        if not only_reads:
            return _method(look, called.__name__, first, given)
    else:
        raise _Unknown
    if first is not _NULL:
        look.read(first, deep)
    for one in given:
        look.read(one, deep)
    return look.found


def _is_guarded(function: "Any", thing: object) -> bool:
    """Whether this is a method of a queue's, which touches nothing but what its lock guards. One that sorts compares items."""
    kind = type(thing)
    return function.__module__ == kind.__module__ == "queue" and kind.__name__ in ("Queue", "LifoQueue")


def _method(look: _Look, name: str, thing: object, given: "list[Any]") -> "list[Access]":
    """A method of a built-in type."""
    kind = type(thing)
    if look.has_items(kind) and name in _WRITING:
        look.write(thing)
        if name in _TAKING:
            return look.found
    look.read(thing, True)
    for one in given:
        look.read(one, True)
    return look.found


def touch(code: "CodeType", offset: int, frame: "FrameType") -> None:
    """Before an instruction: names what the one before it has made, and adds to the step what this one touches."""
    run = scheduler.run
    me = run.running
    if me is None or run.over is not None or len(actors) == 1:
        return
    footprints = scheduler.batch.footprints
    top = _word_at(_word_at(id(frame) + HEAD + WORD).value + STACK_POINTER * WORD).value
    makes = footprints.makes[code].get(offset)
    if makes is not None and (makes != CALLED or run.making.pop(id(frame), None) == offset):
        run.objects.add(frame.f_locals[code.co_varnames[0]] if makes == SELF else _operand(top, 1), me)
    how = footprints.touches[code].get(offset)
    if how is None:
        return
    look, argument, otherwise = how
    # What a step does that is not told, the page knows; but not what it makes.
    told = len(run.chosen) > run.untold
    if told or look is call:
        try:
            found = look(run, frame, top, argument)
        except _Unknown:
            found = otherwise
        if told:
            run.did.extend(found)


BUILT, CALLED, SELF = 1, 2, 3
"""What has been made before an instruction: what lies on top; that, if the call before was one of a type that makes something new; the first argument of `__init__`."""
