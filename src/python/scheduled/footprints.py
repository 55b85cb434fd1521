"""What each line, or each instruction, of a program may read or write of what threads share, read from its bytecode alone.

A footprint rather says too much than too little: attributes go by their name, whatever they belong to; the items of all containers count as one thing;
and a call to an unknown function may do anything to items. A superfluous access costs the search time, a missing one would lose outcomes.
"""

import dis
import itertools
from inspect import CO_GENERATOR

from . import knowncalls, names, traits
from . import touches as touch
from .accesses import ANYTHING, READ_ITEMS, WRITE_ITEMS
from .framestack import CAN_READ

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType

    from .shapes import Accesses, BeginsAt, ByPlace, Touch

_LOADS = (
    "LOAD_GLOBAL",
    "LOAD_NAME",
    "LOAD_DEREF",
    "LOAD_ATTR",
    "LOAD_SUPER_ATTR",
    "LOAD_FROM_DICT_OR_GLOBALS",
    "LOAD_FROM_DICT_OR_DEREF",
)
_CALLS = ("CALL", "CALL_KW", "CALL_FUNCTION_EX")


class Footprints:
    """The footprints of one program."""

    def __init__(self, codes: "Sequence[CodeType]", by_object: bool = False) -> None:
        """`by_object` says that objects may be kept alive until a run ends, so that accesses can tell them apart."""
        self._own = frozenset(code.co_name for code in codes)
        self._globals = traits.stored_globals(codes)
        self._stored = traits.stored_attributes(codes)
        self._written = (
            tuple((names.attribute(name), "read") for name in sorted(self._stored))
            if traits.mentions(codes, _LOOKING_AT_ATTRIBUTES)
            else ()
        )
        self.caches = traits.mentions(codes, _CACHES)
        """Whether calling a function of the program's may look into a cache instead, or fill one afterwards."""
        self.hands_over = traits.hands_over(codes)
        """Whether others may call what changes items and is no function of the program's."""
        self.stores = traits.mentions(codes, frozenset(("Barrier", "cached_property")))
        """Whether the library may keep what a function of the program's has returned, or note that it has."""
        self.looks_at_life = traits.looks_at_life(codes)
        """Whether the program may tell a thread that has done its last line from one that has ended."""
        self.mortal = any(traits.dies(code) for code in codes)
        """Whether any step may be one that ends an object, or sees that it has ended."""
        self._keeps_iterators = traits.keeps_iterators(codes)
        self.tries = traits.tries(codes)
        """Whether it may look at a lock without waiting for it."""
        self.compares_attributes = traits.mentions(codes, _LOOKING_AT_ATTRIBUTES)
        """Whether something besides the program's own lines may look at attributes, and at what they refer to."""
        self.by_object = by_object and CAN_READ and not self.mortal and not traits.initialises_again(codes)
        """Whether accesses tell objects apart: then `by_line`, `by_place`, `by_rest` and `told_by_offset` lack what `touches` has."""
        self._changed = traits.changed_attributes(codes)
        self._classes = traits.classes(codes)
        self.touches: "dict[CodeType, dict[int, Touch]]" = {}
        """By code object and offset: how touches.py finds out what the instruction is about to touch."""
        self.makes: "dict[CodeType, dict[int, int]]" = {}
        """By code object and offset: what the instruction before has made, if anything, as touches.py says."""
        self.touched: "dict[CodeType, frozenset[int]]" = {}
        """By code object: the offsets in `touches` and `makes`."""
        self.begun: "ByPlace" = {}
        """By code object and offset: what the instruction may do, of what `touches` finds out."""
        self.by_line: "ByPlace" = {}
        """By code object and line: what any part of the line may do."""
        self.by_place: "ByPlace" = {}
        """By code object and offset: what the line at that offset may do, for calls that are under way there."""
        self.by_rest: "ByPlace" = {}
        """By code object and offset: what the rest of the line may do from there on."""
        self.by_offset: "ByPlace" = {}
        """By code object and offset: what that instruction may do; only where that is something."""
        self.told_by_offset: "ByPlace" = {}
        """As `by_offset`, without what `touches` has."""
        self.changes: "dict[CodeType, frozenset[int]]" = {}
        """By code object: the offsets of instructions that may do more than load something."""
        self.enters: "dict[CodeType, frozenset[int]]" = {}
        """By code object: the offsets of instructions that may call a function of the program's when they have done a part of what they do."""
        self.waits: "dict[CodeType, dict[int, BeginsAt]]" = {}
        """By code object and line: where a line begins, and what it begins with by acquiring: see `_acquired`."""
        for code in codes:
            self._read(code)

    def _read(self, code: "CodeType") -> None:
        lines = {}
        offsets = {}
        told = {}
        waits = {}
        touches = self.touches[code] = {}
        begun = self.begun[code] = {}
        line = code.co_firstlineno
        instructions = list(dis.get_instructions(code))
        for at, instruction in enumerate(instructions):
            if instruction.line_number is not None and instruction.line_number != line:
                line = instruction.line_number
                acquired = _acquired(instructions, at)
                if acquired is not None and line not in waits:
                    waits[line] = (instruction.offset, *acquired)
            kind = instruction.opname
            if kind in _CALLS:
                found = self._of_call(instructions, at)
            elif kind in ("BINARY_OP", "COMPARE_OP") and _with_number(instructions, at):
                found = ()
            elif kind in ("GET_ITER", "FOR_ITER") and _over_range(instructions, at):
                found = ()
            elif (
                kind == "TO_BOOL" and instructions[at - 1].opname == "WITH_EXCEPT_START" and "__exit__" not in self._own
            ):
                # What a lock's `__exit__` returns is no container.
                found = ()
            else:
                found = self._of(instruction, code)
            if kind in _COMPARING:
                found += self._written
            if self._keeps_iterators:
                # To read from an iterator moves it on.
                found = tuple((thing, "write" if thing == names.ITEMS else how) for thing, how, *_ in found)
            if found:
                offsets[instruction.offset] = found
            rest = found
            if self.by_object:
                how, rest = self._touch(instructions, at, found)
                if how is not None:
                    touches[instruction.offset] = how
                    begun[instruction.offset] = how[2]
            if rest:
                told[instruction.offset] = rest
                lines.setdefault(line, {}).update(dict.fromkeys(rest))
        by_line = self.by_line[code] = {line: tuple(found) for line, found in lines.items()}
        self.by_place[code] = {
            offset: by_line[line]
            for first, end, line in code.co_lines()
            if line in by_line
            for offset in range(first, end, 2)
        }
        self.by_rest[code] = {
            offset: rest
            for first, end, line in code.co_lines()
            if line in by_line
            for offset, rest in _rests(instructions, first, end, told, by_line[line])
        }
        self.by_offset[code] = offsets
        self.told_by_offset[code] = told
        self.makes[code] = _makes(code, instructions, touches) if self.by_object else {}
        self.touched[code] = frozenset((*touches, *self.makes[code]))
        self.changes[code] = frozenset(
            one.offset for one in instructions if one.offset in offsets and not one.opname.startswith("LOAD_")
        )
        self.enters[code] = frozenset(
            one.offset
            for at, one in enumerate(instructions)
            if (one.opname in _CALLS and getattr(traits.called_at(instructions, at), "argval", None) not in self._own)
            or (one.opname == "BINARY_OP" and one.argrepr.endswith("="))
        )
        self.waits[code] = waits

    def _touch(
        self, instructions: list[dis.Instruction], at: int, found: "Accesses"
    ) -> "tuple[Touch | None, Accesses]":
        """How to find out at run time what an instruction touches (None where that is not done), and what else of what it may do is known from here."""
        instruction = instructions[at]
        kind = instruction.opname
        if at and instructions[at - 1].opname == "EXTENDED_ARG":
            return None, found
        if kind in ("LOAD_ATTR", "STORE_ATTR", "DELETE_ATTR") and len(found) == 1:
            thing, how = found[0][0], found[0][1]
            if thing != names.attribute(instruction.argval):
                return None, found
            # An attribute that is never set again is read by all alike.
            return ((touch.attribute, (thing, how), found) if instruction.argval in self._changed else None), ()
        if self._keeps_iterators:
            return None, found
        if kind == "YIELD_VALUE":
            # Of a generator expression, which no other thread has.
            return None, ()
        items = tuple(one for one in found if one[0] == names.ITEMS)
        rest = tuple(one for one in found if one[0] != names.ITEMS)
        if kind in ("CALL", "CALL_KW"):
            called = traits.called_at(instructions, at)
            name = None if called is None else called.argval
            if (not items and name not in self._classes) or any(thing == names.RANDOM for thing, *_ in rest):
                return None, found
            following = instructions[at + 1]
            argument = (
                instruction.arg,
                int(kind == "CALL_KW"),
                items != WRITE_ITEMS,
                name not in knowncalls.SHALLOW,
                None if following.is_jump_target else following.offset,
            )
            return (touch.call, argument, items), rest
        if not items:
            return None, found
        if kind == "BINARY_OP":
            sign = instruction.argrepr
            if sign == "[]":
                return (touch.item, 2, items), rest
            return (touch.operator, (sign.endswith("="), "%" in sign), items), rest
        if kind in ("STORE_SUBSCR", "DELETE_SUBSCR"):
            return (touch.stored, 2, items), rest
        depths = _OPERANDS.get(kind)
        return (None, found) if depths is None else ((touch.reads, depths, items), rest)

    def _of(self, instruction: dis.Instruction, code: "CodeType") -> "Accesses":
        kind = instruction.opname
        name = instruction.argval if isinstance(instruction.argval, str) else None
        if kind in ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS"):
            return ((names.global_variable(name), "read"),) if name in self._globals else ()
        if kind in ("STORE_GLOBAL", "DELETE_GLOBAL") or (
            kind in ("STORE_NAME", "DELETE_NAME") and code.co_name == "<module>"
        ):
            return ((names.global_variable(name), "write"),)
        if kind in ("LOAD_DEREF", "LOAD_FROM_DICT_OR_DEREF"):
            return ((names.cell(name), "read"),)
        if kind in ("STORE_DEREF", "DELETE_DEREF"):
            return ((names.cell(name), "write"),)
        if kind in ("LOAD_ATTR", "LOAD_SUPER_ATTR"):
            if name == "__dict__" or (name in _INNER and name not in self._stored):
                return ANYTHING
            if name in ("ident", "native_id"):
                return ((names.THREADS, "read"), (names.attribute(name), "read"))
            if self.caches and name in self._own:
                return ((names.attribute(name), "read"), *WRITE_ITEMS)
            return ((names.attribute(name), "read"),)
        if kind in ("STORE_ATTR", "DELETE_ATTR"):
            return ((names.attribute(name), "write"),)
        if kind in ("STORE_SUBSCR", "DELETE_SUBSCR", "STORE_SLICE"):
            return WRITE_ITEMS
        if kind == "BINARY_OP":
            # In place, it may change a list; any other operator may read one.
            return WRITE_ITEMS if instruction.argrepr.endswith("=") else READ_ITEMS
        if kind == "YIELD_VALUE" and code.co_flags & CO_GENERATOR:
            return WRITE_ITEMS
        if kind == "MATCH_CLASS":
            return tuple((names.attribute(name), "read") for name in sorted(self._stored))
        return READ_ITEMS if kind in _READING_INSTRUCTIONS else ()

    def _of_call(self, instructions: list[dis.Instruction], at: int) -> "Accesses":
        if instructions[at - 1].opname == "LOAD_SPECIAL" or (
            at > 3 and all(one.opname == "LOAD_CONST" and one.argval is None for one in instructions[at - 3 : at])
        ):
            # `with`: locks are recorded by the kernel, and what the program's own class does by its lines.
            return ()
        called = traits.called_at(instructions, at)
        if called is None or called.opname not in _LOADS:
            return WRITE_ITEMS
        if instructions[at].opname == "CALL" and instructions[at].arg == 0:
            if called.argval == "join":
                # Of a thread or a queue, which the kernel records: that of a string takes an argument.
                return ()
            if called.argval in ("active_count", "enumerate"):
                # That of `threading`: who lives.
                return ANYTHING
        name, as_method = called.argval, called.opname in ("LOAD_ATTR", "LOAD_SUPER_ATTR")
        known = knowncalls.accesses_of(name, as_method)
        if known is not None:
            return known
        return (
            () if name in self._own and not self.caches and not (as_method and name in traits.METHODS) else WRITE_ITEMS
        )


def _makes(code: "CodeType", instructions: list[dis.Instruction], touches: "dict[int, Touch]") -> dict[int, int]:
    """By offset: what the instruction before has made, where that offset is reached in no other way."""
    found = {}
    for one, following in itertools.pairwise(instructions):
        if following.is_jump_target:
            continue
        if one.opname in ("BUILD_LIST", "BUILD_MAP", "BUILD_SET"):
            found[following.offset] = touch.BUILT
        elif one.offset in touches and touches[one.offset][0] is touch.call:
            found[following.offset] = touch.CALLED
        elif one.opname == "RESUME" and code.co_name == "__init__" and code.co_argcount:
            found[following.offset] = touch.SELF
    return found


def _rests(instructions, first, end, offsets, whole):
    """For each offset of a stretch of one line what may be done from there to its end; the `whole` line's where the stretch has a loop of its own."""
    inside = [one for one in instructions if first <= one.offset < end]
    loops = any(one.opname.startswith("JUMP_BACKWARD") and first <= one.jump_target for one in inside)
    rest = {}
    found = []
    for one in reversed(inside):
        rest.update(dict.fromkeys(offsets.get(one.offset, ())))
        found.append((one.offset, whole if loops else tuple(rest)))
    return found


_READING_INSTRUCTIONS = frozenset(
    "BINARY_SLICE CONTAINS_OP COMPARE_OP FORMAT_SIMPLE FORMAT_WITH_SPEC CONVERT_VALUE UNPACK_SEQUENCE UNPACK_EX LIST_EXTEND SET_UPDATE DICT_UPDATE DICT_MERGE GET_ITER FOR_ITER TO_BOOL "
    "GET_LEN MATCH_MAPPING MATCH_SEQUENCE MATCH_KEYS".split()
)
_OPERANDS: "dict[str, tuple[tuple[int, ...], bool]]" = {
    **dict.fromkeys(
        "GET_ITER FOR_ITER TO_BOOL GET_LEN UNPACK_SEQUENCE UNPACK_EX LIST_EXTEND SET_UPDATE DICT_UPDATE DICT_MERGE".split(),
        ((1,), False),
    ),
    **dict.fromkeys(("FORMAT_SIMPLE", "CONVERT_VALUE"), ((1,), True)),
    **dict.fromkeys(("COMPARE_OP", "CONTAINS_OP"), ((1, 2), True)),
    "FORMAT_WITH_SPEC": ((2,), True),
    "BINARY_SLICE": ((3,), False),
}
"""By instruction: how deep in the stack the things are that it reads, and whether it looks into their items."""
_COMPARING = (*_CALLS, "COMPARE_OP", "FORMAT_SIMPLE", "CONVERT_VALUE")
_LOOKING_AT_ATTRIBUTES = frozenset(
    "dataclass asdict astuple replace attrgetter methodcaller copy deepcopy dumps".split()
)
"""Where a program uses one of these, something besides its own lines may read attributes."""
_CACHES = frozenset("cache lru_cache cached_property".split())
_INNER = frozenset("_value _flag n_waiting broken unfinished_tasks queue is_shutdown".split())
"""What semaphores, events, barriers and queues change by themselves."""


def _with_number(instructions: list[dis.Instruction], at: int) -> bool:
    """Whether an operand is a number in the program's text: then the other operand is no container, or is one that is only multiplied."""
    operation, operand = instructions[at], instructions[at - 1]
    if operation.opname == "BINARY_OP" and operation.argrepr in ("*", "*=", "[]"):
        return False
    return operand.opname in ("LOAD_SMALL_INT", "LOAD_CONST") and type(operand.argval) in (int, float)


def _over_range(instructions, at):
    """Whether a loop goes over `range(...)`, which no other thread has."""
    place = instructions[at].positions
    return any(
        one.opname in ("LOAD_GLOBAL", "LOAD_NAME")
        and one.argval == "range"
        and one.positions[:1] == place[:1]
        and one.positions[2:3] == place[2:3]
        for one in instructions[:at]
    )


def _acquired(instructions: list[dis.Instruction], at: int) -> "tuple[str, tuple[str, ...], bool] | None":
    """If the line that begins here does nothing before it acquires a lock, if it is one: the name, its attributes, and whether it is global."""
    first = instructions[at]
    if (
        first.opname not in ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_DEREF")
        and not first.opname.startswith("LOAD_FAST")
        or not isinstance(first.argval, str)
    ):
        return None
    attributes = []
    for one in instructions[at + 1 : at + 6]:
        if one.opname == "LOAD_ATTR":
            if one.argval == "acquire":
                break
            attributes.append(one.argval)
        elif one.opname == "COPY":
            break
        else:
            return None
    else:
        return None
    return first.argval, tuple(attributes), first.opname == "LOAD_GLOBAL"
