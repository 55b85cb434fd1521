"""The bytecode of a program, for whoever steps through it."""

import dis
import re

_ADDRESS = re.compile(r" at 0x[0-9a-f]+, file .*(?=>$)")


def disassemble(program):
    """All of its code objects in the order of `program.codes`, each with its instructions: where they are, what they do, and what of the source they stand for."""
    lines = [line.encode() for line in program.source.splitlines()]
    return [
        {
            "name": code.co_qualname,
            "line": code.co_firstlineno,
            "instructions": [
                _instruction(one, lines, program.footprints.by_offset[code].get(one.offset, ()))
                for one in dis.get_instructions(code)
            ],
        }
        for code in program.codes
    ]


def _instruction(one, lines, footprint):
    return {
        "offset": one.offset,
        "label": one.label,
        "name": one.opname,
        "argument": _ADDRESS.sub("", one.argrepr) or ("" if one.arg is None else str(one.arg)),
        "line": one.line_number,
        "place": _place(one.positions, lines),
        "accesses": footprint,
    }


def _place(positions, lines):
    """Line and column of the first character, and of the one after the last; columns count from 0, as an editor does. None where there is none to show."""
    if positions is None or None in positions:
        return None
    first, last, begin, end = positions
    # An instruction that nobody wrote, such as the return at the end, has an empty place.
    if (first, begin) == (last, end) or not 0 < first <= last <= len(lines):
        return None
    return [first, _column(lines[first - 1], begin), last, _column(lines[last - 1], end)]


def _column(line, offset):
    """From bytes of UTF-8 to units of UTF-16, in which JavaScript counts."""
    return len(line[:offset].decode(errors="replace").encode("utf-16-le")) // 2
