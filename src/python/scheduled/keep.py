"""Between two runs of one program: what the program changes of the library is put back, so that a run is a function of its choices.

The page puts back the whole interpreter between programs. Between runs, of which there are thousands in a second, that would take too long. So nothing is done for a program that
cannot change anything as far as its bytecode tells. For other programs, everything that can be reached from the modules that they name is compared with what it was: namespaces, classes,
containers and objects of those modules. The state of C code cannot be reached so; `_settings` lists the parts of it that programs are known to change.
"""

import dis
import gc
import operator
import sys
import types
from collections import deque

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

MOST_PLACES = 20_000
"""How many objects are looked at; those that lie further away are left as they are."""

# Calls to these modules change nothing that outlives the run.
_HARMLESS = frozenset(
    "__future__ abc array asyncio bisect collections concurrent contextlib copy dataclasses datetime enum fractions functools heapq inspect itertools io json math operator os queue random re "
    "sched statistics string struct sys textwrap threading time traceback types typing uuid weakref".split()
)
_REACHING = frozenset(
    "setattr delattr patch __dict__ vars globals exec eval import_module __import__ modules __setattr__ reload".split()
)
_CHANGING_SYSTEM = frozenset(
    "setrecursionlimit setswitchinterval set_int_max_str_digits displayhook unraisablehook setdlopenflags path meta_path path_hooks".split()
)
_ALWAYS = ("builtins", "sys", "threading", "time")


def modules_changed(codes: "Sequence[types.CodeType]") -> frozenset[str]:
    """The names of the modules that the program may change."""
    imported = {
        one.argval for code in codes for one in dis.get_instructions(code) if one.opname == "IMPORT_NAME" and one.argval
    }
    names = {name for code in codes for name in code.co_names}
    if (
        names & _REACHING
        or "unittest" in {name.partition(".")[0] for name in imported}
        or any(_stores_into_imported(code, codes) for code in codes)
    ):
        return frozenset((*imported, *_ALWAYS))
    found = {name for name in imported if name.partition(".")[0] not in _HARMLESS}
    if names & _CHANGING_SYSTEM:
        found.add("sys")
    return frozenset(found)


def _stores_into_imported(code: types.CodeType, codes: "Sequence[types.CodeType]") -> bool:
    """Whether an attribute, or an item, of what was imported is set: `time.sleep = …`, `threading.Thread.start = …`."""
    imported = _imported_names(codes)
    instructions = [one for one in dis.get_instructions(code) if one.opname != "CACHE"]
    for at, one in enumerate(instructions):
        if one.opname not in ("STORE_ATTR", "DELETE_ATTR", "STORE_SUBSCR", "DELETE_SUBSCR"):
            continue
        place = at - 1
        if one.opname.endswith("SUBSCR"):
            # The key was loaded last.
            place -= 1
        while place > 0 and instructions[place].opname == "LOAD_ATTR":
            place -= 1
        if place >= 0 and instructions[place].opname.startswith("LOAD_") and instructions[place].argval in imported:
            return True
    return False


def _imported_names(codes: "Sequence[types.CodeType]") -> set[str]:
    found = set()
    for code in codes:
        before = ""
        for one in dis.get_instructions(code):
            if one.opname.startswith("STORE_") and before in ("IMPORT_NAME", "IMPORT_FROM"):
                found.add(one.argval)
            before = one.opname
    return found


class Kept:
    """What some modules have now, to be put back later."""

    def __init__(self, names: frozenset[str]) -> None:
        self._roots = names
        self._seen: set[int] = set()
        self._dicts: list[tuple[dict[object, object], dict[object, object]]] = []
        self._lists: list[tuple[list[object] | deque[object], list[object]]] = []
        self._sets: list[tuple[set[object], set[object]]] = []
        self._classes: list[tuple[type, dict[str, object]]] = []
        self._own = tuple(sorted(names))
        for name in names:
            module = sys.modules.get(name)
            if module is not None:
                self._walk(vars(module))
        self._modules = dict(sys.modules)
        self._settings = [(set_to, get()) for get, set_to in _settings()]

    def _walk(self, first):
        waiting = deque([first])
        while waiting and len(self._seen) < MOST_PLACES:
            thing = waiting.popleft()
            if id(thing) in self._seen:
                continue
            self._seen.add(id(thing))
            kind = type(thing)
            if kind is dict:
                if thing is not sys.modules:
                    self._dicts.append((thing, dict(thing)))
                    waiting.extend(thing.values())
            elif kind is list or kind is deque:
                self._lists.append((thing, list(thing)))
                waiting.extend(thing)
            elif kind is set:
                self._sets.append((thing, set(thing)))
            elif isinstance(thing, type):
                if self._is_theirs(thing.__module__) and thing.__flags__ & _HEAP_TYPE:
                    names = dict(vars(thing))
                    self._classes.append((thing, names))
                    waiting.extend(names.values())
            elif not isinstance(thing, _PLAIN) and self._is_theirs(kind.__module__):
                names = getattr(thing, "__dict__", None)
                if type(names) is dict:
                    waiting.append(names)

    def _is_theirs(self, module: object) -> bool:
        return isinstance(module, str) and (
            module in self._roots
            or module.lstrip("_") in self._roots
            or module.startswith(tuple(f"{name}." for name in self._own))
        )

    def restore(self) -> None:
        """Puts back what the modules had when this object was made."""
        for thing, names in self._dicts:
            if not _is_same_dict(thing, names):
                thing.clear()
                thing.update(names)
        for thing, items in self._lists:
            if len(thing) != len(items) or not all(map(operator.is_, thing, items)):
                thing.clear()
                thing.extend(items)
        for thing, items in self._sets:
            if thing != items:
                thing.clear()
                thing.update(items)
        for cls, names in self._classes:
            now = vars(cls)
            if not _is_same_dict(now, names):
                _put_back_class(cls, now, names)
        # Modules that were imported meanwhile stay; a module without a file was put there by the program.
        for name, module in list(sys.modules.items()):
            if (
                name != "__main__"
                and self._modules.get(name) is not module
                and (name in self._modules or getattr(module, "__spec__", None) is None)
            ):
                if name in self._modules:
                    sys.modules[name] = self._modules[name]
                else:
                    del sys.modules[name]
        for set_to, value in self._settings:
            set_to(value)


def _put_back_class(cls, now, names):
    for name in [name for name in now if name not in names]:
        try:
            type.__delattr__(cls, name)
        except (AttributeError, TypeError):
            # The interpreter's own entries cannot be deleted, such as those of annotations.
            pass
    for name, value in names.items():
        if now.get(name, _NOTHING) is not value:
            try:
                type.__setattr__(cls, name, value)
            except (AttributeError, TypeError):
                pass


_HEAP_TYPE = 1 << 9
_NOTHING = object()
_PLAIN = (
    types.FunctionType,
    types.BuiltinFunctionType,
    types.ModuleType,
    types.CodeType,
    str,
    bytes,
    int,
    float,
    tuple,
    frozenset,
    property,
    staticmethod,
    classmethod,
)


def _is_same_dict(one, other):
    return (
        len(one) == len(other)
        and all(map(operator.is_, one.values(), other.values()))
        and all(map(operator.is_, one, other))
    )


def _settings() -> "Iterator[tuple[Callable[[], Any], Callable[[Any], object]]]":
    """Pairs of a function that gets a setting of C code and one that sets it."""
    yield sys.getrecursionlimit, sys.setrecursionlimit
    yield sys.getswitchinterval, sys.setswitchinterval
    yield sys.get_int_max_str_digits, sys.set_int_max_str_digits
    yield gc.get_threshold, lambda value: gc.set_threshold(*value)
    yield gc.get_debug, gc.set_debug
    decimal = sys.modules.get("decimal")
    if decimal is not None:
        yield decimal.getcontext().copy, lambda value: decimal.setcontext(value.copy())
    locale = sys.modules.get("locale")
    if locale is not None:
        yield lambda: locale.setlocale(locale.LC_ALL), lambda value: locale.setlocale(locale.LC_ALL, value)
