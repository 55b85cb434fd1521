"""Names for the whole state of a program at a switch point: equal names, equal futures. A state with anything in it that cannot be compared has no name.

A name is a tuple of tokens: of where each thread's calls stand, of everything that can be reached from their variables and from the program's globals,
in the order of being met, so that it says which variables have the same object; then locks, time, and how much was printed. Names are compared within a run only.
"""

import collections
import contextvars
import dis
import functools
import gc
import itertools
import operator
import sys
import threading
import types

from ..kernel import kernel
from ..threads import locks
from . import scheduler
from .actors import Actor, actors
from .framestack import CAN_READ, EMPTY, WORD, stack_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

MOST_TOKENS = 20_000
"""A longer name is given up."""

# Modules that keep nothing between calls, or nothing but what is looked at here.
_COMPARABLE = frozenset(
    "__future__ abc collections contextlib copy dataclasses enum functools itertools math operator queue random string threading time typing".split()
)
_REFLECTING = frozenset(
    "__import__ compile eval exec globals locals vars _getframe settrace setprofile id tb_frame gi_frame f_locals __traceback__".split()
)


class CannotTell(Exception):
    """Raised for an object of which nobody can say whether it is as it was."""


def is_comparable(codes: "Sequence[types.CodeType]") -> bool:
    """Whether states of a program can be compared at all, by what it imports and looks at."""
    names = {name for code in codes for name in code.co_names}
    imports = {constant for code in codes for constant in _imported(code)}
    return not names & _REFLECTING and imports <= _COMPARABLE and CAN_READ and stack_of(sys._getframe()) is not None


def _imported(code: types.CodeType) -> list[str]:
    return [instruction.argval for instruction in dis.get_instructions(code) if instruction.opname == "IMPORT_NAME"]


def name_of_state() -> tuple[object, ...] | None:
    """The name of the state now, while nobody runs; None where it cannot be told."""
    state = _State()
    try:
        state.see_program()
    except (CannotTell, RecursionError):
        return None
    return tuple(state.tokens)


class _State:
    """A name that is being made."""

    def __init__(self):
        self.tokens: list[object] = []
        self.seen: dict[int, int] = {}
        """By `id`, the number of an object that was met."""
        self.kept: list[object] = []
        """Objects that were made on the way, so that their `id`s are not given to others."""

    def see_program(self) -> None:
        tokens = self.tokens
        run, program = scheduler.run, scheduler.batch.program
        tokens.append(sum(map(len, run.printed)))
        tokens.append(run.failed)
        tokens.append(run.now if program.reads_clock else None)
        self.see(threading._counter.__self__)  # pyright: ignore[reportAttributeAccessIssue]
        if program.uses_random:
            tokens.append(sys.modules["random"].getstate())
        self.see(vars(sys.modules["__main__"]))
        for actor in actors:
            self._see_thread(actor)

    def _see_thread(self, actor: Actor) -> None:
        tokens = self.tokens
        tokens.append(None if actor.done else actor.number)
        if actor.done:
            return
        deadline = actor.deadline
        reads_clock = scheduler.batch.program.reads_clock
        tokens.append(deadline if deadline is None or reads_clock else deadline - scheduler.run.now)
        tokens.extend((actor.fresh, actor.ops, actor.timed_out, actor.run is None))
        self.see(actor.thread)
        self.see(actor.run)
        on = actor.on
        if isinstance(on, (locks.lock, Actor)):
            self.see(on)
        else:
            tokens.append(id(on))
        for code, at, slots in actor.noted:
            if slots is None:
                raise CannotTell
            tokens.append(id(code))
            tokens.append(at)
            tokens.append(len(slots))
            for value in slots:
                self.see(value)

    def see(self, value: object) -> None:
        """Adds an object and what can be reached from it."""
        kind = type(value)
        tokens = self.tokens
        tag = _ATOMS.get(kind)
        if tag is not None:
            tokens.append(tag)
            tokens.append(value)
            return
        key = id(value)
        number = self.seen.get(key)
        if number is not None:
            tokens.append("=")
            tokens.append(number)
            return
        self.seen[key] = len(self.seen)
        if len(tokens) > MOST_TOKENS:
            raise CannotTell
        how = _how.get(kind)
        if how is None:
            how = _how[kind] = _way_to_see(kind)
        how(self, value)

    def see_made(self, value: object) -> None:
        """As `see`, for an object that was made to be looked at."""
        self.kept.append(value)
        self.see(value)

    def _all(self, values):
        self.tokens.append(type(values).__name__)
        self.tokens.append(len(values))
        for value in values:
            self.see(value)

    def _set(self, values):
        # In which order the others come may depend on what was there before.
        if values:
            raise CannotTell
        self.tokens.append("set")

    def _defaults(self, values):
        self.see(values.default_factory)
        self._items(values)

    def _ordered(self, values):
        self.kept.append(pairs := list(values.items()))
        self.see(pairs)

    def _deque(self, values):
        self.tokens.append(values.maxlen)
        self._all(values)

    def _items(self, values):
        self.tokens.append("{")
        self.tokens.append(len(values))
        for key, value in dict.items(values):
            self.see(key)
            self.see(value)

    def _float(self, value):
        self.tokens.append(repr(value))

    def _identity(self, value):
        self.tokens.append("@")
        self.tokens.append(id(value))

    def _function(self, function):
        self.tokens.append("def")
        self.tokens.append(id(function.__code__))
        for part in (function.__defaults__, function.__kwdefaults__, function.__closure__, function.__dict__ or None):
            self.see_made(part)

    def _cell(self, cell):
        try:
            value = cell.cell_contents
        except ValueError:
            value = EMPTY
        self.see(value)

    def _method(self, method):
        self.tokens.append("method")
        self.see(method.__func__)
        self.see(method.__self__)

    def _builtin(self, function):
        self.tokens.append(function.__name__)
        self.see(function.__self__)

    def _property(self, given):
        self.tokens.append("property")
        for part in (given.fget, given.fset, given.fdel):
            self.see(part)

    def _wrapped(self, given):
        self.tokens.append(type(given).__name__)
        self.see(given.__func__)

    def _reduced(self, iterator):
        self.tokens.append(type(iterator).__name__)
        self.see_made(iterator.__reduce__())

    def _counter(self, counter):
        self.tokens.append(repr(counter))

    def _generator(self, generator):
        frame = getattr(generator, "gi_frame", None)
        if generator.gi_running:
            # Its call is among those of a thread.
            self.tokens.append("running")
            return
        self.tokens.append(None if frame is None else frame.f_lasti)
        self.tokens.append(id(generator.gi_code))
        if frame is not None:
            self._all([value for value in gc.get_referents(generator) if value is not frame])

    def _lock(self, lock):
        holder = lock._holder
        self.tokens.append(type(lock).__name__)
        self.tokens.append(holder and holder.id)
        self.tokens.append((lock._waiter, lock._owner is not None, getattr(lock, "_count", 0)))

    def _actor(self, actor):
        self.tokens.append("thread")
        self.tokens.append(actor.number)

    def _exception(self, error):
        self.see(type(error))
        self.see_made(error.args)
        self.see(vars(error))
        self.see(error.__cause__)
        self.see(error.__context__)
        trace = error.__traceback__
        while trace is not None:
            self.tokens.append(id(trace.tb_frame.f_code))
            self.tokens.append(trace.tb_lasti)
            trace = trace.tb_next

    def _class(self, cls):
        self.tokens.append("class")
        if not _is_programs(cls):
            self.tokens.append(id(cls))
            return
        self.see_made(cls.__bases__)
        self.see(type(cls))
        self._names({name: value for name, value in vars(cls).items() if name not in _OF_CLASSES})

    def _names(self, names):
        self.kept.append(names)
        self._items(names)

    def _instance(self, thing):
        """One of a class whose instances consist of their attributes."""
        cls = type(thing)
        self.see(cls)
        names = getattr(thing, "__dict__", None)
        if names is not None:
            hidden = (
                _OF_THREADS
                if isinstance(thing, threading.Thread)
                else _OF_CONDITIONS
                if isinstance(thing, threading.Condition)
                else ()
            )
            self._names({name: value for name, value in names.items() if name not in hidden})
        for slot in _slots_of(cls):
            self.see(getattr(thing, slot, EMPTY))


_OF_CLASSES = frozenset(("__dict__", "__weakref__", "_abc_impl"))
_OF_THREADS = frozenset(("_stderr", "_invoke_excepthook", "_handle", "_ident", "_native_id", "_context", "_scheduled"))
_OF_CONDITIONS = frozenset(("_origin", "_scheduled"))
_ATOMS = {
    type(None): "",
    bool: "b",
    int: "i",
    str: "s",
    bytes: "y",
    complex: "c",
    type(Ellipsis): "",
    type(NotImplemented): "",
    range: "r",
}
_how: "dict[type, Callable[[_State, Any], object]]" = {
    float: _State._float,
    tuple: _State._all,
    list: _State._all,
    frozenset: _State._all,
    collections.deque: _State._deque,
    set: _State._set,
    collections.defaultdict: _State._defaults,
    collections.OrderedDict: _State._ordered,
    type(collections.namedtuple("Pair", "first").first): _State._reduced,  # pyright: ignore[reportAttributeAccessIssue]
    dict: _State._items,
    types.MappingProxyType: lambda state, value: state._names(dict(value)),
    types.FunctionType: _State._function,
    types.CellType: _State._cell,
    types.MethodType: _State._method,
    types.BuiltinFunctionType: _State._builtin,
    types.MethodWrapperType: _State._builtin,
    property: _State._property,
    staticmethod: _State._wrapped,
    classmethod: _State._wrapped,
    types.ModuleType: _State._identity,
    types.CodeType: _State._identity,
    types.MethodDescriptorType: _State._identity,
    types.WrapperDescriptorType: _State._identity,
    types.MemberDescriptorType: lambda state, value: state.tokens.append(value.__name__),
    types.GetSetDescriptorType: lambda state, value: state.tokens.append(value.__name__),
    contextvars.Context: lambda state, value: state._names(dict(value.items())),
    contextvars.ContextVar: _State._identity,
    types.GeneratorType: _State._generator,
    itertools.count: _State._counter,
    functools.partial: _State._reduced,
    operator.attrgetter: _State._reduced,
    operator.itemgetter: _State._reduced,
    Actor: _State._actor,
    kernel.Strand: lambda state, value: state.tokens.append(value.id),
    **{
        type(one): _State._reduced
        for one in (
            iter([]),
            iter(()),
            iter(""),
            iter(range(0)),
            reversed([]),
            iter({}),
            iter({}.items()),
            iter({}.values()),
            enumerate(()),
            zip(),
            map(str, ()),
            filter(None, ()),
        )
    },
}


def _way_to_see(kind):
    if issubclass(kind, type):
        return _State._class
    if issubclass(kind, locks.lock):
        return _State._lock
    for base, how in (
        (BaseException, _State._exception),
        (tuple, _both(_State._all)),
        (list, _both(_State._all)),
        (dict, _both(_State._items)),
        (object, _State._instance),
    ):
        if issubclass(kind, base) and all(issubclass(base, cls) or _adds_attributes_only(cls) for cls in kind.__mro__):
            return how
    raise CannotTell(kind)


def _both(contents):
    def see(state, value):
        contents(state, value)
        state._instance(value)

    return see


def _adds_attributes_only(cls):
    """Whether there is no room in its instances for anything that only C code sees."""
    return cls.__basicsize__ == cls.__base__.__basicsize__ + WORD * len(_own_slots(cls))


def _own_slots(cls: type) -> list[str]:
    slots = vars(cls).get("__slots__", ())
    return [name for name in ((slots,) if isinstance(slots, str) else slots) if name not in ("__dict__", "__weakref__")]


def _slots_of(cls: type) -> list[str]:
    return [
        name if not name.startswith("__") else f"_{base.__name__.lstrip('_')}{name}"
        for base in cls.__mro__
        for name in _own_slots(base)
    ]


def _is_programs(cls: type) -> bool:
    return cls.__module__ == "__main__"
