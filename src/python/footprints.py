"""What each line, or each instruction, of a program may read or write of what threads share, told from its bytecode alone.

It says too much rather than too little: attributes go by their name, whatever they belong to, the items of all containers count as one thing,
and a call to what is not known may do anything to items. An access too many costs the search time; one too few would lose outcomes.
"""

import builtins
import dis
from types import CodeType

ITEMS = "items"
"""Stands for what lies in every list, dictionary, set and iterator."""
ANYTHING = (("anything", "exit"),)
"""Conflicts with every other step."""
READ_ITEMS = ((ITEMS, "read"),)
WRITE_ITEMS = ((ITEMS, "write"),)

# What it does to the items of its arguments or of its object, by name. What is not here is taken to write them, unless it is the program's own.
_READING = frozenset(
    "len sum min max sorted list tuple set frozenset dict str repr format bytes any all enumerate zip reversed range map filter iter isinstance issubclass id type hash callable "
    "abs bool int float round divmod pow ord chr bin hex oct super object slice getattr hasattr ascii ArithmeticError AssertionError AttributeError Exception IndexError KeyError "
    "RuntimeError StopIteration TimeoutError TypeError ValueError ZeroDivisionError".split()
    + "index count copy keys values items get join split strip lstrip rstrip upper lower startswith endswith replace encode decode title center ljust rjust zfill splitlines is_integer "
    "union intersection difference issubset issuperset isdisjoint perf_counter monotonic time current_thread get_ident".split()
)
# The kernel records what these do, since they come down to locks and threads; `time.sleep` as well.
_SYNCHRONISING = frozenset(
    "acquire release locked start is_alive wait wait_for notify notify_all is_set sleep Lock RLock Condition Event Semaphore BoundedSemaphore Barrier Thread Timer Queue LifoQueue "
    "PriorityQueue SimpleQueue put put_nowait get_nowait task_done local".split()
)
_REFLECTING = frozenset("globals locals vars eval exec compile setattr delattr __import__ open input breakpoint".split())
_RANDOM = frozenset("random randint randrange choice choices shuffle sample uniform gauss seed getrandbits".split())


def codes_of(code):
    """A code object and all that are made within it."""
    found = [code]
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found += codes_of(constant)
    return found


class Footprints:
    """Those of one program."""

    def __init__(self, codes):
        self._own = frozenset(code.co_name for code in codes) | _classes_in(codes)
        self._globals = _stored_globals(codes)
        self.by_line = {}
        """By code object and line: what any part of the line may do."""
        self.by_offset = {}
        """By code object and offset: what that instruction may do; only where that is something."""
        for code in codes:
            self._read(code)

    def _read(self, code):
        lines = {}
        offsets = {}
        line = code.co_firstlineno
        names = []
        for instruction in dis.get_instructions(code):
            line = instruction.line_number or line
            found = self._of(instruction, code, names)
            if found:
                offsets[instruction.offset] = found
                lines.setdefault(line, {}).update(dict.fromkeys(found))
        self.by_line[code] = {line: tuple(found) for line, found in lines.items()}
        self.by_offset[code] = offsets

    def _of(self, instruction, code, names):
        kind = instruction.opname
        name = instruction.argval if isinstance(instruction.argval, str) else None
        if kind in ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS"):
            names.append(name)
            return ((f"global {name}", "read"),) if name in self._globals else ()
        if kind in ("STORE_GLOBAL", "DELETE_GLOBAL") or (kind in ("STORE_NAME", "DELETE_NAME") and code.co_name == "<module>"):
            return ((f"global {name}", "write"),)
        if kind in ("LOAD_DEREF", "LOAD_FROM_DICT_OR_DEREF"):
            names.append(name)
            return ((f"cell {name}", "read"),)
        if kind in ("STORE_DEREF", "DELETE_DEREF"):
            return ((f"cell {name}", "write"),)
        if kind in ("LOAD_ATTR", "LOAD_SUPER_ATTR", "LOAD_METHOD"):
            names.append(name)
            return ((f"attribute {name}", "read"),)
        if kind in ("STORE_ATTR", "DELETE_ATTR"):
            return ((f"attribute {name}", "write"),)
        if kind in ("STORE_SUBSCR", "DELETE_SUBSCR", "STORE_SLICE"):
            return WRITE_ITEMS
        if kind == "BINARY_OP":
            # In place, it may change a list; as a subscript or an operator it may read one.
            return WRITE_ITEMS if instruction.argrepr.endswith("=") else READ_ITEMS if instruction.argrepr == "[]" else ()
        if kind in ("BINARY_SLICE", "CONTAINS_OP", "COMPARE_OP", "FORMAT_SIMPLE", "FORMAT_WITH_SPEC", "CONVERT_VALUE", "UNPACK_SEQUENCE", "UNPACK_EX", "LIST_EXTEND", "SET_UPDATE", "DICT_UPDATE", "DICT_MERGE", "GET_ITER"):
            return READ_ITEMS
        if kind == "FOR_ITER":
            return READ_ITEMS
        if kind == "LOAD_FAST_LOAD_FAST" or kind.startswith("LOAD_FAST"):
            names.append(None)
            return ()
        if kind in ("CALL", "CALL_KW", "CALL_FUNCTION_EX"):
            return self._of_call(names)
        return ()

    def _of_call(self, names):
        """By all names that were loaded since the call before: one of them is what is called."""
        found = {}
        for name in names:
            found.update(dict.fromkeys(self._of_called(name)))
        names.clear()
        return tuple(found) if found else ()

    def _of_called(self, name):
        if name is None or name in _READING:
            return READ_ITEMS
        if name == "print":
            return (("stdout", "write"), (ITEMS, "read"))
        if name in _REFLECTING:
            return ANYTHING
        if name in _RANDOM:
            return (("random", "write"),)
        if name in _SYNCHRONISING or name in self._own:
            return ()
        if name in self._globals:
            # A variable: an argument, or a function of the program's own that goes by another name.
            return READ_ITEMS
        return WRITE_ITEMS if not hasattr(builtins, name) else READ_ITEMS


def _stored_globals(codes):
    """The global variables that are ever set to something other than a function, a class or a module."""
    found = set()
    for code in codes:
        before = ""
        for instruction in dis.get_instructions(code):
            if instruction.opname == "STORE_GLOBAL" or (instruction.opname == "STORE_NAME" and code.co_name == "<module>" and before not in ("MAKE_FUNCTION", "IMPORT_NAME", "IMPORT_FROM", "SET_FUNCTION_ATTRIBUTE")):
                found.add(instruction.argval)
            before = instruction.opname
    return frozenset(found)


def _classes_in(codes):
    return frozenset(constant for code in codes for constant in code.co_consts if isinstance(constant, str) and constant.isidentifier())
