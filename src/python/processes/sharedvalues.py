"""`multiprocessing.Value` and `Array`: ctypes' numbers in memory that the processes have in common.

Each process has a memory of its own, so the number cannot lie where ctypes would have it: it is fetched at every reading and sent at
every writing. As in CPython, `value.value += 1` is a reading and a writing, between which another process may write. A ctypes structure is a copy
of what lies in common, kept in step as sharedmemory.py says.
"""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

from pyodide.ffi import to_js

from ..kernel import system
from . import regions, sharedview

_INTEGERS = frozenset("bBhHiIlLqQ")
_FLOATS = frozenset("fd")
"""Codes of types, as in `array` and `ctypes._SimpleCData._type_`."""


def _allocate(size):
    address = system.call("allocate", size)
    if address == system.NO_ROOM:
        raise MemoryError(f"no {size} bytes of shared memory are left in the page")
    return address


def _peek(address, size):
    return system.call("peek", address, size).to_bytes()


def _poke(address, data):
    system.call("poke", address, to_js(bytes(data)))


def _getter(ctype):
    """A function that fetches the number at an address."""
    import ctypes

    code, size = ctype._type_, ctypes.sizeof(ctype)
    if code in _INTEGERS:
        # JavaScript's large integers come as a class of their own.
        return lambda address: int(system.call("peekNumber", address, code))
    if code in _FLOATS:
        return lambda address: float(system.call("peekNumber", address, code))
    if code == "?":
        return lambda address: bool(system.call("peekNumber", address, code))
    return lambda address: ctype.from_buffer_copy(_peek(address, size)).value


def _setter(ctype):
    """A function that sends a number to an address, as ctypes would have it: an integer that is too large loses its upper bits."""
    code = ctype._type_
    if code in _INTEGERS or code in _FLOATS or code == "?":
        return lambda address, value: system.call("pokeNumber", address, code, ctype(value).value)
    return lambda address, value: _poke(address, ctype(value))


class BufferWrapper:
    """A piece of shared memory, as `Barrier` and ctypes' structures use it."""

    def __init__(self, size):
        self._address = _allocate(size)
        self._size = size

    def create_memoryview(self):
        """A memoryview of it."""
        return sharedview.View(regions.Region(self._address, self._size))


def change_heap(module) -> None:
    """Called when `multiprocessing.heap` has been loaded."""
    module.BufferWrapper = BufferWrapper


class _Raw:
    """Something in shared memory that may be given to a child when that starts."""

    def __init__(self, ctype, address):
        self._ctype = ctype
        self._address = address
        self._get = _getter(ctype)
        self._set = _setter(ctype)

    def __reduce__(self):
        from multiprocessing.context import assert_spawning

        assert_spawning(self)
        return type(self), self._arguments()


class RawValue(_Raw):
    """One number."""

    def _arguments(self):
        return self._ctype, self._address

    @property
    def value(self):
        return self._get(self._address)

    @value.setter
    def value(self, value):
        self._set(self._address, value)

    def __repr__(self):
        # Where both have 32 bits, ctypes has one class for them, by the name of the other.
        name = self._ctype.__name__.replace("long", "int") if self._ctype._type_ in "lL" else self._ctype.__name__
        return f"{name}({self.value!r})"


class RawArray(_Raw):
    """Several numbers of one type."""

    def __init__(self, ctype, address, length):
        import ctypes

        super(RawArray, self).__init__(ctype, address)
        self._length = length
        self._size = ctypes.sizeof(ctype)

    def _arguments(self):
        return self._ctype, self._address, self._length

    def __buffer__(self, flags):
        region = regions.Region(self._address, self._size * self._length)
        return memoryview(
            sharedview.View(region, format=self._ctype._type_ if self._ctype._type_ not in "uzZPOg" else "B")
        )

    def _all(self):
        import ctypes

        return (self._ctype * self._length).from_buffer_copy(
            _peek(self._address, ctypes.sizeof(self._ctype) * self._length)
        )

    def _put(self, values):
        _poke(self._address, values)

    def __len__(self):
        return self._length

    def __iter__(self):
        return iter(self._all())

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._all()[index]
        return self._get(self._address + self._size * self._place(index))

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            values = self._all()
            values[index] = value
            self._put(values)
            return
        self._set(self._address + self._size * self._place(index), value)

    def _place(self, index):
        place = index + self._length if index < 0 else index
        if not 0 <= place < self._length:
            raise IndexError("invalid index")
        return place


class RawString(RawArray):
    """Several characters."""

    @property
    def value(self):
        return self._all().value

    @value.setter
    def value(self, value):
        values = self._all()
        values.value = value
        self._put(values)

    @property
    def raw(self):
        return self._all().raw

    @raw.setter
    def raw(self, value):
        values = self._all()
        values.raw = value
        self._put(values)


def change_sharedctypes(module) -> None:
    """Called when `multiprocessing.sharedctypes` has been loaded."""
    import ctypes

    structure_value, structure_array, structure_synchronized = module.RawValue, module.RawArray, module.synchronized

    def simple_type(typecode_or_type):
        """The ctypes type of one number or character; None for all others."""
        found = module.typecode_to_type.get(typecode_or_type, typecode_or_type)
        return found if isinstance(found, type) and issubclass(found, ctypes._SimpleCData) else None

    def raw_value(typecode_or_type, *args):
        """Returns a ctypes object allocated from shared memory"""
        ctype = simple_type(typecode_or_type)
        if ctype is None:
            return structure_value(typecode_or_type, *args)
        made = RawValue(ctype, _allocate(ctypes.sizeof(ctype)))
        _poke(made._address, ctype(*args))
        return made

    def raw_array(typecode_or_type, size_or_initializer):
        """Returns a ctypes array allocated from shared memory"""
        ctype = simple_type(typecode_or_type)
        if ctype is None:
            return structure_array(typecode_or_type, size_or_initializer)
        initial = () if isinstance(size_or_initializer, int) else tuple(size_or_initializer)
        length = size_or_initializer if isinstance(size_or_initializer, int) else len(initial)
        values = (ctype * length)(*initial)
        made = (RawString if ctype is ctypes.c_char else RawArray)(ctype, _allocate(ctypes.sizeof(values)), length)
        made._put(values)
        return made

    def synchronized(obj, lock=None, ctx=None):
        assert not isinstance(obj, module.SynchronizedBase), "object already synchronized"
        if not isinstance(obj, _Raw):
            return structure_synchronized(obj, lock, ctx)
        ctx = ctx or module.get_context()
        if isinstance(obj, RawValue):
            return module.Synchronized(obj, lock, ctx)
        return (module.SynchronizedString if isinstance(obj, RawString) else module.SynchronizedArray)(obj, lock, ctx)

    for name, function in (("RawValue", raw_value), ("RawArray", raw_array), ("synchronized", synchronized)):
        # Pickle finds a function by these.
        function.__module__, function.__name__, function.__qualname__ = module.__name__, name, name
        setattr(module, name, function)
