"""Names for locks, queues and other things to wait for, as the program would write them."""

import sys
from itertools import islice
from weakref import ref

from . import kernel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import FrameType

LIBRARY = "/lib/python3"
"""Where the standard library's own code lies."""
MOST_NAMES = 500
"""How many things of a run are looked up by name."""
MOST_ITEMS = 100
"""How many items of a container are looked at."""
MOST_LOOKED_AT = 500
"""About how many things are looked at for one name."""
MOST_FRAMES = 6
"""How many of the program's calls are searched for local names, innermost first."""

_known: "dict[int, tuple[ref[object], str | None]]" = {}
"""By identity: a weak reference to the thing, and its name or None."""
_taken: dict[str, int] = {}
"""How many things have a name."""


def name_of(thing: object) -> str | None:
    """How the program would write it: `accounts[0].lock`; None where it has no name. No two things of a run have one name."""
    known = _known.get(id(thing))
    if known is not None and known[0]() is thing:
        return known[1]
    if len(_known) >= MOST_NAMES:
        return None
    found = _find(thing)
    if found is not None:
        times = _taken[found] = _taken.get(found, 0) + 1
        if times > 1:
            found = f"{found} #{times}"
    _known[id(thing)] = (ref(thing), found)
    return found


def _find(thing):
    """Looks among the program's global variables, then among the local ones of the calls under way in this thread: near ones first."""
    main = sys.modules.get("__main__")
    spaces = [] if main is None else [vars(main)]
    frame = sys._getframe(1)
    while frame is not None and len(spaces) <= MOST_FRAMES:
        file = frame.f_code.co_filename
        if not file.startswith((LIBRARY, kernel.FOLDER, "<frozen")) and frame.f_code.co_name != "<module>":
            spaces.append(frame.f_locals)
        frame = frame.f_back
    return search(spaces, thing)


def search(spaces: "Iterable[Mapping[str, object]]", thing: object) -> str | None:
    """How a thing is written that lies in one of these namespaces, or near; None if it does not."""
    found = near(spaces, lambda value: value is thing, 1)
    return found[0][0] if found else None


def near(
    spaces: "Iterable[Mapping[str, object]]", is_wanted: "Callable[[object], bool]", enough: "int | None" = None
) -> "list[tuple[str, object]]":
    """What is wanted of what lies in these namespaces, or near, each with how it is written, near things first; without what lies within that itself. Looks no further once there are `enough`."""
    found = []
    for space in spaces:
        level = list(space.items())
        looked_at = 0
        while level and looked_at < MOST_LOOKED_AT:
            found += [item for item in level if is_wanted(item[1])]
            if enough is not None and len(found) >= enough:
                return found[:enough]
            looked_at += len(level)
            level = _within([item for item in level if not is_wanted(item[1])])
    return found


def _within(level):
    """What lies in these variables. No generator: a program's trace function would see it run, and could end it."""
    return [item for name, value in level[:MOST_LOOKED_AT] for item in _parts_of(name, value)]


def _parts_of(name, value):
    """What lies in a variable's value, each with how the program would write it."""
    kind = type(value)
    if kind is dict:
        return [
            (f"{name}[{key!r}]", item)
            for key, item in list(islice(value.items(), MOST_ITEMS))
            if type(key) in (str, int)
        ]
    if kind in (list, tuple):
        return [(f"{name}[{index}]", item) for index, item in enumerate(value[:MOST_ITEMS])]
    if kind.__module__ in ("__main__", "queue", "threading") and getattr(kind, "__dictoffset__", 0):
        return [
            (f"{name}.{attribute}", item)
            for attribute, item in list(islice(object.__getattribute__(value, "__dict__").items(), MOST_ITEMS))
        ]
    return []


WAITING_FILES = ("threading.py", "queue.py", "_base.py")


def waited_in(frame: "FrameType") -> tuple[str, object]:
    """For a `Condition.wait` that has this frame: the library's call that waits, in words, and the object whose method it is."""
    owner = frame.f_locals.get("self")
    method = "wait"
    caller = frame
    while (caller := caller.f_back) is not None:
        code = caller.f_code
        if not code.co_filename.startswith(LIBRARY) or not code.co_filename.endswith(WAITING_FILES):
            break
        if code.co_qualname == "Thread.start":
            return f"start of {caller.f_locals['self']._name}", None
        outer = caller.f_locals.get("self")
        if outer is None or code.co_qualname.startswith(("Thread.", "Timer.")):
            break
        owner, method = outer, code.co_name
    return f"{type(owner).__name__}.{method}", owner
