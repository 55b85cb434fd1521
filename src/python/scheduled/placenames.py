"""Names for places in a program, alike on all CPythons from 3.9 on: `("add", "counter += 1", "write counter", 1)` is where the function `add` first writes `counter` in such a line.

A place has no number of its line, so that it is found again when a program has been changed elsewhere.

The exported tests (src/lab/scheduler/regression) have this file in them, so it imports nothing of ours and runs on all these versions.
"""

# pyright: reportOptionalMemberAccess=false, reportOptionalOperand=false

import dis

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType

    Place = tuple[str, str, str, int]

_BY_OPERATION = {
    "LOAD_GLOBAL": "read",
    "LOAD_NAME": "read",
    "LOAD_DEREF": "read",
    "LOAD_CLASSDEREF": "read",
    "LOAD_FROM_DICT_OR_GLOBALS": "read",
    "LOAD_FROM_DICT_OR_DEREF": "read",
    "STORE_GLOBAL": "write",
    "STORE_NAME": "write",
    "STORE_DEREF": "write",
    "DELETE_GLOBAL": "delete",
    "DELETE_NAME": "delete",
    "DELETE_DEREF": "delete",
    "LOAD_ATTR": "read .",
    "LOAD_METHOD": "read .",
    "LOAD_SUPER_ATTR": "read .",
    "STORE_ATTR": "write .",
    "DELETE_ATTR": "delete .",
    "BINARY_SUBSCR": "read []",
    "BINARY_SLICE": "read []",
    "STORE_SUBSCR": "write []",
    "STORE_SLICE": "write []",
    "DELETE_SUBSCR": "delete []",
    "COMPARE_OP": "compare",
    "CONTAINS_OP": "look for",
    "CALL": "call",
    "CALL_KW": "call",
    "CALL_FUNCTION": "call",
    "CALL_METHOD": "call",
    "CALL_FUNCTION_KW": "call",
    "CALL_FUNCTION_EX": "call",
    "BEFORE_WITH": "enter with",
    "SETUP_WITH": "enter with",
    "WITH_EXCEPT_START": "leave with",
    "GET_ITER": "iterate",
    "FOR_ITER": "take next",
    "TO_BOOL": "test",
    "FORMAT_SIMPLE": "format",
    "FORMAT_WITH_SPEC": "format",
    "FORMAT_VALUE": "format",
    "UNPACK_SEQUENCE": "unpack",
    "UNPACK_EX": "unpack",
    "LIST_EXTEND": "extend",
    "SET_UPDATE": "extend",
    "DICT_UPDATE": "extend",
    "DICT_MERGE": "extend",
    "YIELD_VALUE": "yield",
    "RETURN_VALUE": "return",
    "RETURN_CONST": "return",
}
START, RESUME = -1, -2
LONGEST_TEXT = 80
"""How many characters of a line are in the name of its places."""
_CALLS = ("call", "enter with", "leave with")
_INLINED = ("<listcomp>", "<setcomp>", "<dictcomp>")
"""Until 3.11 these are functions of their own."""
_LINELESS = ("leave with", "go round")
"""The lines of these differ from version to version."""
_UNSEEN = ("CACHE", "PRECALL", "RESUME", "NOP", "NOT_TAKEN")
_MANNERS = ("COMPARE_OP", "CONTAINS_OP", "IS_OP")
"""What follows these needs no test of its own."""


def places_of(program: "CodeType", source: str) -> "dict[CodeType, dict[int, list[Place]]]":
    """By code object of a program and by offset: the names of the place before that instruction, the most telling first; at START where a function begins, at RESUME where a generator goes on."""
    found = {}
    counted = {}
    lines = source.splitlines()

    def name(function, line, what, mark):
        """Equal marks are one place: a `finally` is compiled twice."""
        known = 0 < line <= len(lines) and not what.endswith(_LINELESS)
        text = lines[line - 1].strip()[:LONGEST_TEXT] if known else ""
        marks = counted.setdefault((function, text, what), [])
        if mark not in marks:
            marks.append(mark)
        return function, text, what, marks.index(mark) + 1

    def read(code, function):
        start = name(function, 0, "start", code)
        resume = (function, "", "resume", start[3])
        here = found[code] = {START: [start], RESUME: [resume]}
        instructions = list(dis.get_instructions(code))
        line, seen = code.co_firstlineno, {}
        call = None
        waiting = []
        inner = []
        for at, one in enumerate(instructions):
            if one.opname == "EXTENDED_ARG":
                waiting.append(one.offset)
                continue
            if one.opname == "RESUME":
                here[one.offset] = [start if one.arg & 3 == 0 else resume]
            if one.opname in _UNSEEN:
                continue
            if hasattr(one, "positions"):
                line = one.positions.lineno or line
            elif one.starts_line:
                line, seen = one.starts_line, {}
            if one.opname == "LOAD_CONST" and getattr(one.argval, "co_name", "") in (*_INLINED, "<genexpr>"):
                inner.append(one.argval)
            what, mark = _what(instructions, at)
            if what == "COMPREHEND" and inner:
                made = inner.pop()
                if made.co_name in _INLINED:
                    # Later versions have its instructions here.
                    read(made, function)
            if what == "go round":
                mark = code, one.argval
            elif mark is None:
                mark = code, line, seen.get(what, 0)
                seen[what] = mark[2] + 1
            names = [name(function, line, what, mark)]
            if what == "test" and _goes_back(one):
                names.append(name(function, line, "go round", (code, one.argval)))
            if call is not None:
                # Of what only says how this version is compiled, the call before it tells more.
                names.insert(len(names) if what.islower() else 0, name(function, *call))
            for offset in (*waiting, one.offset):
                here[offset] = names
            waiting.clear()
            call = (line, "after " + what, mark) if what in _CALLS else None
        for constant in code.co_consts:
            if hasattr(constant, "co_code"):
                own = constant.co_name
                if own not in _INLINED:
                    read(constant, own if function == "" else function + "." + own)

    read(program, "")
    return found


def _what(instructions, at):
    """What an instruction does, and what tells it from others that do the like (None where only its line does). In capitals, if it has no name that all versions share."""
    one = instructions[at]
    operation = one.opname
    before = [earlier.opname for earlier in instructions[max(0, at - 4) : at] if earlier.opname not in _UNSEEN]
    last = before[-1] if before else ""
    positions = getattr(one, "positions", None)
    # Until 3.10 only lines are known.
    mark = None if positions is None else tuple(positions) if positions[0] is not None else one.offset
    what = _BY_OPERATION.get(operation)
    if what in ("read", "write", "delete"):
        what = what + " " + str(one.argval)
    elif what is not None and what.endswith("."):
        what = what + str(one.argval)
    elif what == "call" and last == "LOAD_SPECIAL":
        what = "enter with"
    elif what == "call" and last == "GET_ITER":
        # Of a comprehension, which is a function until 3.11, or of a generator.
        what = "COMPREHEND"
    elif what == "call" and _calls_with_nothing(instructions[max(0, at - 4) : at]):
        what = "leave with"
    elif operation == "BINARY_OP" and one.argrepr == "[]":
        what = "read []"
    elif operation.startswith(("BINARY_", "INPLACE_")) and what is None:
        what = "operate"
    elif (
        operation.startswith(("POP_JUMP_IF_", "POP_JUMP_FORWARD_IF_", "POP_JUMP_BACKWARD_IF_", "JUMP_IF_", "UNARY_NOT"))
        and "NONE" not in operation
        and last not in ("TO_BOOL", *_MANNERS)
    ):
        what = "test"
    elif _goes_back(one):
        what = "go round"
    return what or operation, mark


def _calls_with_nothing(before):
    """Whether a call follows these instructions that has `None` for its three arguments, as the end of a `with` has."""
    loads = [one for one in before if one.opname not in _UNSEEN][-3:]
    return len(loads) == 3 and all(one.opname == "DUP_TOP" or one.argrepr == "None" for one in loads)


def _goes_back(one):
    operation = one.opname
    return (
        "JUMP" in operation and "NO_INTERRUPT" not in operation and type(one.argval) is int and one.argval < one.offset
    )
