"""What a step does to things that threads share, as plain tuples: a search makes, compares and tells millions of them.

An access is `(object, kind)` or `(object, kind, SHUT)`. `object` is a name of names.py, `kind` one of those that `AccessKind` explains in
src/core/schedule/types.ts.

A switch point is `(enabled, nexts)`: the numbers of the threads that can be chosen, ascending; and by thread what its next step does first: accesses, None
where that is not known, `ENDED` for a thread that has ended. Where no thread has ended and nothing is known of any, `nexts` is the number of threads only.
"""

from . import names

SHUT = 1
"""Third in an access: before it, nobody could have had, joined or been woken by the object. A search uses this to skip orders that are impossible."""
ENABLED, NEXTS = 0, 1
"""Places in a switch point."""
ENDED = 0

ANYTHING = ((names.ANYTHING, "exit"),)
"""Conflicts with every other step."""
READ_ITEMS = ((names.ITEMS, "read"),)
WRITE_ITEMS = ((names.ITEMS, "write"),)
END_OBJECTS = (names.OBJECTS, "write")
"""One access: a step may end an object, or see that one has ended."""
TIME_PASSES = ((names.TIME, "time"),)
"""Time passes, since no thread could go on otherwise."""
CLOCK_PASSES = ((names.CLOCK, "timeout"),)
"""Time passes where it is free, and the program can read the clock."""
READ_CLOCK = (names.CLOCK, "read")
"""One access."""


def whole_of(thing: str) -> str | None:
    """What a thing is a part of, by its name: see `part` of names.py. None for what is no part."""
    found = _wholes.get(thing)
    if found is None:
        whole, _, made = thing.rpartition(" of ")
        is_part = (whole == names.ITEMS or whole.startswith(_ATTRIBUTE)) and made[:1].isdecimal()
        found = _wholes[thing] = whole if is_part else ""
    return found or None


_ATTRIBUTE = names.attribute("")
_wholes: dict[str, str] = {}
