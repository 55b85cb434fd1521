"""Sleep sets in a run: the threads whose next step another schedule has taken from the same state.

After P. Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems" (1996), chapter 5. src/core/schedule/guide.ts and dependence.ts do
the same in TypeScript, and explain which steps conflict.
"""

from .accesses import whole_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .shapes import Access

_READERS = frozenset(("read", "fail", "join"))
_GLOBAL = frozenset(("time", "exit"))


class Sleeper:
    """What a sleeping thread's step would do, in sets that are quick to compare with."""

    def __init__(self, accesses: "Iterable[Access]") -> None:
        self.everything = any(kind in _GLOBAL for _, kind, *_ in accesses)
        self.written = {thing for thing, kind, *_ in accesses if kind not in _READERS and kind != "again"}
        self.touched = {thing for thing, kind, *_ in accesses if kind != "again"}
        # Whoever accesses a whole accesses its parts.
        self.written_by_whole = self.written.union(filter(None, map(whole_of, self.written)))
        self.touched_by_whole = self.touched.union(filter(None, map(whole_of, self.touched)))

    def conflicts(self, step: "Iterable[Access]") -> bool:
        """Whether a step, given as accesses, conflicts with it."""
        if self.everything:
            return True
        for access in step:
            thing, kind = access[0], access[1]
            if kind in _GLOBAL:
                return True
            if kind == "again":
                continue
            if kind in _READERS:
                if thing in self.written_by_whole or whole_of(thing) in self.written:
                    return True
            elif thing in self.touched_by_whole or whole_of(thing) in self.touched:
                return True
        return False


def stir(asleep: dict[int, Sleeper], thread: int, step: "Iterable[Access]") -> None:
    """Wakes the sleeping threads whose steps conflict with the one that a thread has just taken."""
    for number, sleeper in list(asleep.items()):
        if number == thread or sleeper.conflicts(step):
            del asleep[number]
