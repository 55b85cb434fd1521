"""Sleep sets in a run: the threads whose next step another schedule has taken from the same state.

After P. Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems" (1996), chapter 5. src/core/schedule/guide.ts and dependence.ts do
the same in TypeScript, and explain which steps conflict.
"""

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
        self.writes = {thing for thing, kind, *_ in accesses if kind not in _READERS and kind != "again"}
        self.touches = {thing for thing, kind, *_ in accesses if kind != "again"}

    def conflicts(self, step: "Iterable[Access]") -> bool:
        """Whether a step, given as accesses, conflicts with it."""
        if self.everything:
            return True
        for access in step:
            kind = access[1]
            if kind in _GLOBAL or (
                kind != "again" and access[0] in (self.writes if kind in _READERS else self.touches)
            ):
                return True
        return False


def stir(asleep: dict[int, Sleeper], thread: int, step: "Iterable[Access]") -> None:
    """Wakes the sleeping threads whose steps conflict with the one that a thread has just taken."""
    for number, sleeper in list(asleep.items()):
        if number == thread or sleeper.conflicts(step):
            del asleep[number]
