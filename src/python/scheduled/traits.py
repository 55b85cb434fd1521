"""What a program does anywhere in its code, told from its bytecode alone."""

# Instructions of the kinds that are looked at have an argument and a place.
# pyright: reportOptionalMemberAccess=false, reportOptionalOperand=false, reportOptionalSubscript=false

import dis
import itertools
from collections import deque
from inspect import CO_GENERATOR
from types import CodeType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WEAKLY = frozenset("ref proxy finalize WeakMethod WeakSet WeakKeyDictionary WeakValueDictionary __del__".split())


def dies(code: CodeType) -> bool:
    """Whether it matters to this code when an object ends."""
    return "weakref" in code.co_names or not _WEAKLY.isdisjoint(code.co_names)


def codes_of(code: CodeType) -> list[CodeType]:
    """A code object and all that are made within it."""
    found = [code]
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found += codes_of(constant)
    return found


def called_at(instructions: "Sequence[dis.Instruction]", at: int) -> dis.Instruction | None:
    """The instruction that loads what is called there: that of the longest expression, within the call's own, that begins where it does."""
    place = instructions[at].positions
    called, end = None, (0, 0)
    for one in instructions[:at]:
        where = one.positions
        # A null follows what is no method, with its place.
        if (
            where is None
            or one.opname == "PUSH_NULL"
            or (where.lineno, where.col_offset) != (place.lineno, place.col_offset)
        ):
            continue
        if end <= (where.end_lineno, where.end_col_offset) < (place.end_lineno, place.end_col_offset):
            called, end = one, (where.end_lineno, where.end_col_offset)
    return called


METHODS = frozenset(name for kind in (list, dict, set, bytearray, deque) for name in vars(kind))
"""The names of containers' methods. A method of the program's own with one of these names cannot be told from a container's."""


def mentions(codes: "Iterable[CodeType]", names: frozenset[str]) -> bool:
    """Whether any of these names occurs in the code, as a variable, an attribute or a module."""
    return any(not names.isdisjoint(code.co_names) for code in codes)


def hands_over(codes: "Iterable[CodeType]") -> bool:
    """Whether a container's method, or `next`, is given away and not called on the spot, as in `submit(log.append, 1)`."""
    for code in codes:
        for one, following in itertools.pairwise(dis.get_instructions(code)):
            as_value = (
                not one.arg & 1
                if one.opname in ("LOAD_ATTR", "LOAD_GLOBAL")
                else one.opname in ("LOAD_NAME", "LOAD_DEREF")
            )
            if (
                as_value
                and following.opname != "PUSH_NULL"
                and (one.argval == "next" or (one.opname == "LOAD_ATTR" and one.argval in METHODS))
            ):
                return True
    return False


_ITERATORS = frozenset("map filter zip enumerate reversed".split())
_USING_UP = frozenset("GET_ITER CALL CALL_FUNCTION_EX LIST_EXTEND SET_UPDATE DICT_UPDATE UNPACK_SEQUENCE".split())


def keeps_iterators(codes: "Iterable[CodeType]") -> bool:
    """Whether an iterator may outlive the expression that makes it, so that two threads may read from it."""
    for code in codes:
        if (code.co_flags & CO_GENERATOR and code.co_name != "<genexpr>") or not {"iter", "itertools"}.isdisjoint(
            code.co_names
        ):
            return True
        begins = set()
        for one, following in itertools.pairwise(dis.get_instructions(code)):
            if one.opname in ("LOAD_GLOBAL", "LOAD_NAME") and one.argval in _ITERATORS:
                begins.add(one.positions[::2])
            elif one.opname == "LOAD_CONST" and getattr(one.argval, "co_name", None) == "<genexpr>":
                begins.add(one.positions[::2])
            elif one.opname == "CALL" and one.positions[::2] in begins and following.opname not in _USING_UP:
                return True
    return False


def tries(codes: "Iterable[CodeType]") -> bool:
    """Whether a lock is looked at without waiting for it: `locked`, or `acquire` with arguments."""
    for code in codes:
        for one, following in itertools.pairwise(
            instruction for instruction in dis.get_instructions(code) if instruction.opname != "PUSH_NULL"
        ):
            if one.opname == "LOAD_ATTR" and (
                one.argval in ("locked", "acquire_lock")
                or (one.argval == "acquire" and not (following.opname == "CALL" and following.arg == 0))
            ):
                return True
    return False


def looks_at_life(codes: "Iterable[CodeType]") -> bool:
    """Whether the program asks threads if they live, or joins them for a limited time."""
    for code in codes:
        instructions = list(dis.get_instructions(code))
        for at, one in enumerate(instructions):
            if one.opname in ("LOAD_ATTR", "IMPORT_FROM") and one.argval in (
                "is_alive",
                "active_count",
                "enumerate",
                "activeCount",
            ):
                return True
            if (
                one.opname in ("CALL", "CALL_KW")
                and one.arg == 1
                and getattr(called_at(instructions, at), "argval", None) == "join"
            ):
                given = instructions[at - 1].argval
                if given == ("timeout",) or type(given) in (int, float):
                    return True
    return False


def stored_attributes(codes: "Iterable[CodeType]") -> frozenset[str]:
    """The names of the attributes that are ever set."""
    return frozenset(
        instruction.argval
        for code in codes
        for instruction in dis.get_instructions(code)
        if instruction.opname == "STORE_ATTR"
    )


def stored_globals(codes: "Iterable[CodeType]") -> frozenset[str]:
    """The global variables that are ever set to something other than a function, a class or a module."""
    found = set()
    for code in codes:
        before = ""
        for instruction in dis.get_instructions(code):
            if instruction.opname == "STORE_GLOBAL" or (
                instruction.opname == "STORE_NAME"
                and code.co_name == "<module>"
                and before not in ("MAKE_FUNCTION", "IMPORT_NAME", "IMPORT_FROM", "SET_FUNCTION_ATTRIBUTE")
            ):
                found.add(instruction.argval)
            before = instruction.opname
    return frozenset(found)


def changed_attributes(codes: "Iterable[CodeType]") -> frozenset[str]:
    """The names of the attributes that are ever set or deleted."""
    return frozenset(
        instruction.argval
        for code in codes
        for instruction in dis.get_instructions(code)
        if instruction.opname in ("STORE_ATTR", "DELETE_ATTR")
    )


def classes(codes: "Iterable[CodeType]") -> frozenset[str]:
    """The names of the program's classes."""
    return frozenset(
        code.co_name for code in codes if "__qualname__" in code.co_names and "__module__" in code.co_names
    )


def initialises_again(codes: "Iterable[CodeType]") -> bool:
    """Whether an `__init__` may be called for an object that is not new."""
    return any(
        code.co_name == "__new__"
        or any(
            one.opname == "LOAD_ATTR"
            and (one.argval == "__new__" or (one.argval == "__init__" and code.co_name != "__init__"))
            for one in dis.get_instructions(code)
        )
        for code in codes
    )
