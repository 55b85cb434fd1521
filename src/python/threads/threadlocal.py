"""`threading.local`: one object whose attributes each thread has of its own, as Modules/_threadmodule.c (`localobject`) has it."""

from weakref import WeakKeyDictionary, ref

from ..kernel import kernel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..kernel.strand import Strand

_get = object.__getattribute__


class _Values:
    """What stands behind one `local`: its attributes by thread, and how it was made."""

    __slots__ = ("by_strand", "args", "kwargs", "__weakref__")

    def __init__(self, args, kwargs):
        self.by_strand: "WeakKeyDictionary[Strand, dict[str, object]]" = WeakKeyDictionary()
        self.args = args
        self.kwargs = kwargs


_noted: "dict[int, list[ref[_Values]]]" = {}
"""For each thread but the main one, weakly, what it has attributes in."""


def _note(strand, values):
    if strand is not kernel.main:
        _noted.setdefault(strand.id, []).append(ref(values))


def forget(strand: "Strand") -> None:
    """Drops all that a thread has kept for itself; called in it, at its end."""
    for noted in _noted.pop(strand.id, ()):
        values = noted()
        if values is not None:
            values.by_strand.pop(strand, None)


def _own(self):
    """The running thread's attributes. Made, by calling `__init__` again, when it first asks."""
    values = _get(self, "_values")
    me = kernel.current
    own = values.by_strand.get(me)
    if own is None:
        own = values.by_strand[me] = {}
        _note(me, values)
        if type(self) is not local:
            type(self).__init__(self, *values.args, **values.kwargs)
    return own


def _is_data(cls, name):
    """Whether the class itself says what setting this attribute means (a property, a slot)."""
    for base in cls.__mro__:
        if name in vars(base):
            return hasattr(type(vars(base)[name]), "__set__")
    return False


def _called(self):
    return "_thread._local" if type(self) is local else type(self).__name__


class local:
    """Thread-local data"""

    __slots__ = ("_values", "__dict__", "__weakref__")

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        values = _Values(args, kwargs)
        object.__setattr__(self, "_values", values)
        # `__init__` follows by itself for the thread that makes the object.
        values.by_strand[kernel.current] = {}
        _note(kernel.current, values)
        return self

    def __getattribute__(self, name):
        own = _own(self)
        if name == "__dict__":
            return own
        if name in own and not (type(self) is not local and _is_data(type(self), name)):
            return own[name]
        return _get(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"'{_called(self)}' object attribute '__dict__' is read-only")
        own = _own(self)
        if type(self) is not local and _is_data(type(self), name):
            object.__setattr__(self, name, value)
        else:
            own[name] = value

    def __delattr__(self, name):
        if name == "__dict__":
            raise AttributeError(f"'{_called(self)}' object attribute '__dict__' is read-only")
        own = _own(self)
        if name in own:
            del own[name]
        else:
            object.__delattr__(self, name)

    def __dir__(self):
        return [name for name in object.__dir__(self) if name != "_values"]

    def __reduce__(self):
        raise TypeError(f"cannot pickle '{_called(self)}' object")


local.__name__ = local.__qualname__ = "_local"
