"""Sleep sets in a run: whose next step another schedule has taken from the same state. See src/core/schedule/guide.ts and dependence.ts."""

_READERS = frozenset(("read", "fail", "join"))
_GLOBAL = frozenset(("time", "exit"))


class Sleeper:
    """What a sleeping thread's step would do, for comparing: see src/core/schedule/dependence.ts."""

    def __init__(self, accesses):
        self.everything = any(kind in _GLOBAL for _, kind, *_ in accesses)
        self.writes = {thing for thing, kind, *_ in accesses if kind not in _READERS and kind != "again"}
        self.touches = {thing for thing, kind, *_ in accesses if kind != "again"}

    def minds(self, step):
        """Whether a step conflicts with it."""
        if self.everything:
            return True
        for access in step:
            kind = access[1]
            if kind in _GLOBAL or (
                kind != "again" and access[0] in (self.writes if kind in _READERS else self.touches)
            ):
                return True
        return False


def stir(asleep, thread, step):
    """Wakes those who conflict with the step that a thread has just taken."""
    for number, sleeper in list(asleep.items()):
        if number == thread or sleeper.minds(step):
            del asleep[number]
