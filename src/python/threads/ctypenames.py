"""How C code calls a class in its messages: `'_thread.lock' object has no attribute 'x'`, where a class of Python's would be called `'lock'`."""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import sys
import types

from . import handles, locks, threadlocal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_kept = []
"""The names, which must stay where they are in memory."""


def connect(write_word: "Callable[[int, int], object]") -> None:
    """Called once, when Python has started, with what writes a word of its memory: from now on messages call these classes by their modules as well.

    For Python code nothing changes. The head of a class has three words, then comes the address of its name.
    """
    import queue

    for cls in (locks.lock, locks.RLock, handles.ThreadHandle, threadlocal.local, queue.SimpleQueue):
        name = f"{cls.__module__}.{cls.__qualname__}".encode()
        _kept.append(name)
        write_word(id(cls) + object.__basicsize__ // 2 * 3, id(name) + bytes.__basicsize__ - 1)


def take_for_c(queue) -> None:
    """The queue that Python itself has for want of C's goes by its name, and so does what it raises."""
    simple = queue.SimpleQueue
    simple.__name__ = simple.__qualname__ = "SimpleQueue"
    simple.__module__ = queue.Empty.__module__ = "_queue"

    def __reduce__(self):
        raise TypeError(
            f"cannot pickle '{'_queue.SimpleQueue' if type(self) is simple else type(self).__name__}' object"
        )

    simple.__reduce__ = __reduce__
    module = types.ModuleType(
        "_queue",
        "C implementation of the Python queue module.\nThis module is an implementation detail, please do not use it directly.",
    )
    module.SimpleQueue, module.Empty = simple, queue.Empty
    sys.modules["_queue"] = module
