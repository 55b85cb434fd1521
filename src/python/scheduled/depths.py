"""How many operands the stack of a call has before each instruction, from the bytecode alone: what is read from memory (framestack.py) is believed only where both agree."""

import dis
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType


@lru_cache(maxsize=256)
def stack_depths(code: "CodeType") -> "dict[int, int]":
    """By the offset of an instruction: the operands before it. Without those that no path leads to, and those to which two paths bring different numbers of operands."""
    instructions = list(dis.get_instructions(code))
    following = {one.offset: after.offset for one, after in zip(instructions, instructions[1:])}
    by_offset = {one.offset: one for one in instructions}
    handlers = dis.Bytecode(code).exception_entries  # pyright: ignore[reportAttributeAccessIssue]
    # An exception leaves what lies under its handler, where it was raised if that is wanted, and itself.
    waiting = [(0, 0), *((one.target, one.depth + one.lasti + 1) for one in handlers)]
    depths: "dict[int, int]" = {}
    unsure: "set[int]" = set()
    while waiting:
        at, depth = waiting.pop()
        if at in depths:
            if depths[at] != depth:
                unsure.add(at)
            continue
        depths[at] = depth
        one = by_offset[at]
        if one.jump_target is not None:
            waiting.append((one.jump_target, depth + dis.stack_effect(one.opcode, one.arg, jump=True)))
        if one.opname not in _ENDING and at in following:
            waiting.append((following[at], depth + dis.stack_effect(one.opcode, one.arg, jump=False)))
    return {at: depth for at, depth in depths.items() if at not in unsure}


_ENDING = frozenset(
    "RETURN_VALUE RAISE_VARARGS RERAISE JUMP_FORWARD JUMP_BACKWARD JUMP_BACKWARD_NO_INTERRUPT INTERPRETER_EXIT".split()
)
"""Instructions after which the one that follows in the code is not the next."""
