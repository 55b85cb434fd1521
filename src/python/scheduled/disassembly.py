"""The bytecode of a program, for the stepper."""

import dis
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .lines import Program
    from .shapes import Accesses

_ADDRESS = re.compile(r" at 0x[0-9a-f]+, file .*(?=>$)")


def disassemble(program: "Program") -> list[dict[str, object]]:
    """All code objects of a program in the order of `program.codes`, with their instructions: `CodeListing` in src/core/python/pythonSchedules.ts has the fields."""
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


def _instruction(one: dis.Instruction, lines: list[bytes], footprint: "Accesses") -> dict[str, object]:
    return {
        "offset": one.offset,
        "label": one.label,
        "name": one.opname,
        "argument": _ADDRESS.sub("", one.argrepr) or ("" if one.arg is None else str(one.arg)),
        "line": one.line_number,
        "place": _place(one.positions, lines),
        "accesses": footprint,
    }


def _place(positions, lines: list[bytes]) -> list[int] | None:
    """Line and column of the first character, and of the one after the last; lines count from 1, columns from 0. None for an instruction that stands for no text."""
    if positions is None or None in positions:
        return None
    first, last, begin, end = positions
    # An instruction that nobody wrote, such as the return at the end, has an empty place.
    if (first, begin) == (last, end) or not 0 < first <= last <= len(lines):
        return None
    return [first, _column(lines[first - 1], begin), last, _column(lines[last - 1], end)]


def _column(line: bytes, offset: int) -> int:
    """Turns a column in bytes of UTF-8 into one in units of UTF-16, in which JavaScript counts."""
    return len(line[:offset].decode(errors="replace").encode("utf-16-le")) // 2
