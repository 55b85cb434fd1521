"""What stands for a memoryview of memory that processes have in common: see sharedmemory.py."""

import struct
import sys

from ..kernel import system
from . import regions

_NUMBERS = frozenset("bBhHiIlLqQfd?")
"""The types, by their codes in `struct`, of which single numbers are fetched and sent as they are."""


class View:
    """A memoryview of a block, which has no other memory than the block's. Its rules and errors are those of Objects/memoryobject.c.

    `start`, `shape` and `strides` say, in bytes from the block's begin, which items it has.
    """

    __slots__ = ("_memory", "_start", "format", "itemsize", "shape", "strides", "readonly", "__weakref__")
    __class__ = property(lambda self: memoryview)  # pyright: ignore[reportIncompatibleMethodOverride]
    """What `isinstance` asks."""

    def __init__(self, memory, start=0, shape=None, strides=None, format="B", readonly=False):
        self._memory = memory
        self._start = start
        self.format = format
        self.itemsize = struct.calcsize(format)
        self.shape = (memory.size // self.itemsize,) if shape is None else shape
        self.strides = _packed(self.shape, self.itemsize) if strides is None else strides
        self.readonly = readonly
        memory.views += 1

    @property
    def obj(self):
        return self._checked()

    @property
    def ndim(self):
        self._checked()
        return len(self.shape)

    @property
    def nbytes(self):
        self._checked()
        return _product(self.shape) * self.itemsize

    @property
    def suboffsets(self):
        return ()

    @property
    def c_contiguous(self):
        self._checked()
        return self.strides == _packed(self.shape, self.itemsize)

    contiguous = c_contiguous

    @property
    def f_contiguous(self):
        return len(self.shape) == 1 and self.c_contiguous

    def release(self):
        """Nothing can be read or written through it from now on."""
        memory, self._memory = self._memory, None
        if memory is not None:
            memory.views -= 1

    def __del__(self):
        self.release()

    def __enter__(self):
        self._checked()
        return self

    def __exit__(self, *_):
        self.release()

    def _checked(self):
        if self._memory is None:
            raise ValueError("operation forbidden on released memoryview object")
        return self._memory

    def __len__(self):
        self._checked()
        if not self.shape:
            raise TypeError("0-dim memory has no length")
        return self.shape[0]

    def __getitem__(self, key):
        memory = self._checked()
        at = self._place(key)
        if at is None:
            return self._part(key)
        format = self.format
        if format not in _NUMBERS:
            return struct.unpack(self._code(), memory.peek(at, self.itemsize))[0]
        found = system.call("peekNumber", memory.place + at, format)
        return float(found) if format in "fd" else bool(found) if format == "?" else int(found)

    def __setitem__(self, key, value):
        memory = self._checked()
        if self.readonly:
            raise TypeError("cannot modify read-only memory")
        at = self._place(key)
        if at is not None:
            data = self._item(value)
            if self.format in _NUMBERS:
                system.call("pokeNumber", memory.place + at, self.format, struct.unpack(self._code(), data)[0])
            else:
                memory.poke(at, data)
            return
        part = self._part(key)
        with memoryview(value) as given:
            if (
                len(part.shape) != 1
                or given.ndim != 1
                or given.format.lstrip("@") != part.format
                or given.shape != part.shape
            ):
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            part._write(given.tobytes())

    def _place(self, key):
        """Where the one item of that index lies; None for a slice."""
        if type(key) is int and len(self.shape) == 1:
            length = self.shape[0]
            index = key + length if key < 0 else key
            if not 0 <= index < length:
                raise IndexError("index out of bounds on dimension 1")
            return self._start + index * self.strides[0]
        keys = key if isinstance(key, tuple) else (key,)
        if key is Ellipsis or any(isinstance(one, slice) for one in keys):
            if len(keys) > 1:
                raise NotImplementedError("multi-dimensional slicing is not implemented")
            return None
        if not all(hasattr(one, "__index__") for one in keys):
            raise TypeError("memoryview: invalid slice key")
        if len(keys) != len(self.shape):
            if len(keys) < len(self.shape):
                raise NotImplementedError(
                    "multi-dimensional sub-views are not implemented"
                    if len(keys) == 1
                    else "sub-views are not implemented"
                )
            raise TypeError(f"cannot index {len(self.shape)}-dimension view with {len(keys)}-element tuple")
        at = self._start
        for dimension, (one, length, stride) in enumerate(zip(keys, self.shape, self.strides), 1):
            index = one.__index__()
            index += length if index < 0 else 0
            if not 0 <= index < length:
                raise IndexError(
                    "index out of bounds on dimension 1"
                    if isinstance(key, int)
                    else f"index out of bounds on dimension {dimension}"
                )
            at += index * stride
        return at

    def _part(self, key):
        if key is Ellipsis:
            return View(self._memory, self._start, self.shape, self.strides, self.format, self.readonly)
        key = key[0] if isinstance(key, tuple) else key
        chosen = range(self.shape[0])[key]
        stride = self.strides[0]
        return View(
            self._memory,
            self._start + chosen.start * stride,
            (len(chosen), *self.shape[1:]),
            (stride * chosen.step, *self.strides[1:]),
            self.format,
            self.readonly,
        )

    def _code(self):
        return self.format if self.format[0] == "@" else "@" + self.format

    def _item(self, value):
        try:
            if self.format.lstrip("@") == "c":
                if not isinstance(value, bytes):
                    raise TypeError
                if len(value) != 1:
                    raise ValueError
            elif self.format.lstrip("@") not in ("f", "d", "e", "?") and not hasattr(value, "__index__"):
                raise TypeError
            return struct.pack(self._code(), value)
        except (struct.error, ValueError, OverflowError):
            raise ValueError(f"memoryview: invalid value for format {self.format!r}") from None
        except TypeError:
            raise TypeError(f"memoryview: invalid type for format {self.format!r}") from None

    def _read(self):
        """The bytes of all its items, in order."""
        memory = self._checked()
        if self.c_contiguous:
            return memory.peek(self._start, self.nbytes)
        first, last = self._extent()
        whole = memory.peek(first, last - first)
        size = self.itemsize
        return b"".join(whole[at - first : at - first + size] for at in self._places())

    def _write(self, data):
        memory = self._checked()
        if self.c_contiguous:
            memory.poke(self._start, data)
            return
        # One by one: what lies between them may be written by others meanwhile.
        size = self.itemsize
        for number, at in enumerate(self._places()):
            memory.poke(at, data[number * size : (number + 1) * size])

    def _extent(self):
        places = [
            self._start
            + sum((length - 1) * stride for length, stride in zip(self.shape, self.strides) if stride * side > 0)
            for side in (-1, 1)
        ]
        return places[0], places[1] + self.itemsize

    def _places(self):
        if 0 in self.shape:
            return
        places = [self._start]
        for length, stride in zip(self.shape, self.strides):
            places = [at + index * stride for at in places for index in range(length)]
        yield from places

    def tobytes(self, order="C"):
        """Its bytes."""
        if order not in (None, "C", "F", "A"):
            raise ValueError("order must be 'C', 'F' or 'A'")
        return self._read()

    def tolist(self):
        """Its items."""
        with memoryview(self._read()) as copy:
            if 0 in self.shape:
                return []
            return (copy.cast(self.format, self.shape) if self.shape else copy.cast(self.format, ())).tolist()  # pyright: ignore[reportCallIssue, reportArgumentType]

    def hex(self, *args):
        """Its bytes in hexadecimal."""
        return self._read().hex(*args)

    def __iter__(self):
        if len(self.shape) != 1:
            raise NotImplementedError("multi-dimensional sub-views are not implemented")
        self._checked()
        for index in range(self.shape[0]):
            yield self[index]

    def __reversed__(self):
        for index in range(len(self) - 1, -1, -1):
            yield self[index]

    def __contains__(self, value):
        return any(one is value or one == value for one in self)

    def count(self, value, /):
        """How many items are equal to that."""
        return self.tolist().count(value)

    def index(self, value, start=0, stop=sys.maxsize, /):
        """The place of the first item that is equal to that."""
        try:
            return self.tolist().index(value, start, stop)
        except ValueError:
            raise ValueError("memoryview.index(x): x not found") from None

    def cast(self, format, shape=None):
        """A view of the bytes of this one as items of another kind."""
        self._checked()
        if not isinstance(format, str):
            raise TypeError("memoryview: format argument must be a string")
        if len(format.lstrip("@")) != 1 or format.lstrip("@") not in "cbB?hHiIlLqQnNfde":
            raise ValueError(
                "memoryview: destination format must be a native single character format prefixed with an optional '@'"
            )
        if not self.c_contiguous:
            raise TypeError("memoryview: casts are restricted to C-contiguous views")
        plain = ("B", "b", "c")
        if format.lstrip("@") not in plain and self.format.lstrip("@") not in plain:
            raise TypeError("memoryview: cannot cast between two non-byte formats")
        size = struct.calcsize(format)
        if self.nbytes % size != 0:
            raise TypeError("memoryview: length is not a multiple of itemsize")
        if shape is not None:
            if not isinstance(shape, (list, tuple)):
                raise TypeError("shape must be a list or a tuple")
            if len(self.shape) != 1 and len(shape) != 1:
                raise TypeError("memoryview: cast must be 1D -> ND or ND -> 1D")
            if _product(shape) * size != self.nbytes:
                raise TypeError("memoryview: product(shape) * itemsize != buffer size")
        return View(
            self._memory,
            self._start,
            (self.nbytes // size,) if shape is None else tuple(shape),
            None,
            format,
            self.readonly,
        )

    def toreadonly(self):
        """A view of the same items, through which nothing can be written."""
        self._checked()
        return View(self._memory, self._start, self.shape, self.strides, self.format, True)

    def __eq__(self, other):
        if self is other:
            return True
        try:
            with memoryview(other) as given:
                return given == memoryview(self._read()).cast(self.format, self.shape)  # pyright: ignore[reportCallIssue, reportArgumentType]
        except (TypeError, ValueError):
            return NotImplemented

    def __hash__(self):
        if not self.readonly:
            raise ValueError("cannot hash writable memoryview object")
        return hash(self._read())

    def __repr__(self):
        return f"<{'released memory' if self._memory is None else 'memory'} at {id(self):#x}>"

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle memoryview objects")

    def __buffer__(self, flags):
        memory = self._checked()
        copy = bytearray(self._read())
        memory.views += 1
        shown = memoryview(copy)
        shown = shown.cast(self.format, self.shape) if self.format != "B" or len(self.shape) != 1 else shown  # pyright: ignore[reportCallIssue, reportArgumentType]
        regions.keep(regions.Copy(self._places_of_bytes(), memory, copy))
        return shown.toreadonly() if self.readonly else shown

    def __release_buffer__(self, view):
        kept = regions.give_up(view)
        view.release()
        kept.send()
        kept.memory.views -= 1

    def _places_of_bytes(self):
        return self._start if self.c_contiguous else list(self._places())


def _product(numbers):
    found = 1
    for number in numbers:
        found *= number
    return found


def _packed(shape, itemsize):
    """The strides of items that follow each other."""
    strides = []
    for length in reversed(shape):
        strides.insert(0, itemsize)
        itemsize *= length
    return tuple(strides)
