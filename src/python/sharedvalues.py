"""`multiprocessing.Value` and `Array`: ctypes' numbers in memory that the processes have in common.

Each process has a memory of its own, so the number cannot lie where ctypes would have it: it is fetched at every reading and sent at
every writing. As in CPython, `value.value += 1` is a reading and a writing, between which another process may write.
"""

from pyodide.ffi import to_js

from . import system

NO_STRUCTURE = "in the page, Value and Array hold ctypes' simple types only: numbers, characters, truth values"


def _allocate(size):
    address = system.call("allocate", size)
    if address == system.NO_ROOM:
        raise MemoryError(f"no {size} bytes of shared memory are left in the page")
    return address


def _peek(address, size):
    return system.call("peek", address, size).to_bytes()


def _poke(address, data):
    system.call("poke", address, to_js(bytes(data)))


class BufferWrapper:
    """A piece of shared memory, as `Barrier` uses it."""

    def __init__(self, size):
        self._address = _allocate(size)

    def create_memoryview(self):
        return self

    def cast(self, code):
        """Itself: only whole numbers of 32 bits are asked for."""
        return self

    def __getitem__(self, index):
        return int.from_bytes(_peek(self._address + 4 * index, 4), "little", signed=True)

    def __setitem__(self, index, value):
        _poke(self._address + 4 * index, value.to_bytes(4, "little", signed=True))


def change_heap(module):
    module.BufferWrapper = BufferWrapper


class _Raw:
    """Something in shared memory that may be given to a child when that starts."""

    def __init__(self, ctype, address):
        self._ctype = ctype
        self._address = address

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
        import ctypes

        return self._ctype.from_buffer_copy(_peek(self._address, ctypes.sizeof(self._ctype))).value

    @value.setter
    def value(self, value):
        _poke(self._address, self._ctype(value))

    def __repr__(self):
        return f"{self._ctype.__name__}({self.value!r})"


class RawArray(_Raw):
    """Several numbers of one type."""

    def __init__(self, ctype, address, length):
        super(RawArray, self).__init__(ctype, address)
        self._length = length

    def _arguments(self):
        return self._ctype, self._address, self._length

    def _all(self):
        import ctypes

        return (self._ctype * self._length).from_buffer_copy(_peek(self._address, ctypes.sizeof(self._ctype) * self._length))

    def _put(self, values):
        _poke(self._address, values)

    def __len__(self):
        return self._length

    def __iter__(self):
        return iter(self._all())

    def __getitem__(self, index):
        if isinstance(index, slice):
            return self._all()[index]
        import ctypes

        size = ctypes.sizeof(self._ctype)
        return (self._ctype * 1).from_buffer_copy(_peek(self._address + size * self._place(index), size))[0]

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            values = self._all()
            values[index] = value
            self._put(values)
            return
        import ctypes

        _poke(self._address + ctypes.sizeof(self._ctype) * self._place(index), (self._ctype * 1)(value))

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


def change_sharedctypes(module):
    import ctypes

    def type_of(typecode_or_type):
        found = module.typecode_to_type.get(typecode_or_type, typecode_or_type)
        if not (isinstance(found, type) and issubclass(found, ctypes._SimpleCData)):
            raise NotImplementedError(NO_STRUCTURE)
        return found

    def raw_value(typecode_or_type, *args):
        """Returns a ctypes object allocated from shared memory"""
        ctype = type_of(typecode_or_type)
        made = RawValue(ctype, _allocate(ctypes.sizeof(ctype)))
        _poke(made._address, ctype(*args))
        return made

    def raw_array(typecode_or_type, size_or_initializer):
        """Returns a ctypes array allocated from shared memory"""
        ctype = type_of(typecode_or_type)
        initial = () if isinstance(size_or_initializer, int) else tuple(size_or_initializer)
        length = size_or_initializer if isinstance(size_or_initializer, int) else len(initial)
        values = (ctype * length)(*initial)
        made = (RawString if ctype is ctypes.c_char else RawArray)(ctype, _allocate(ctypes.sizeof(values)), length)
        made._put(values)
        return made

    def synchronized(obj, lock=None, ctx=None):
        assert not isinstance(obj, module.SynchronizedBase), "object already synchronized"
        ctx = ctx or module.get_context()
        if isinstance(obj, RawValue):
            return module.Synchronized(obj, lock, ctx)
        return (module.SynchronizedString if isinstance(obj, RawString) else module.SynchronizedArray)(obj, lock, ctx)

    for name, function in (("RawValue", raw_value), ("RawArray", raw_array), ("synchronized", synchronized)):
        # Pickle finds a function by these.
        function.__module__, function.__name__, function.__qualname__ = module.__name__, name, name
        setattr(module, name, function)
