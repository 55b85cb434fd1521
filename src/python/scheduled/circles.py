"""Runs that would go on for ever since a state comes back: a livelock if all threads that could run did so in between, a spin otherwise.

Naming a state takes long. So only a run that does not end gets names, and is made once more for that. If a name comes back with the same thread chosen before it
and the same threads asleep, what follows repeats, and the run would never end; a search finds that at whichever step it begins to give names. The run is ended where a state
comes back for the first time after the prefix, as src/core/schedule/guide.ts would.
"""

from . import calls, scheduler, states
from .accesses import ENABLED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .shapes import MakeRun

WINDOW = 128
"""How many of the last steps of a long run get names first: a circle of more steps is not found in it."""
SHORT = 400
"""A run of at most this many steps gets names from its beginning."""


def first_circle(make_run: "MakeRun", most: int) -> tuple[int, str] | None:
    """The step at which a run of `most` steps without end comes back to a state, and "livelock" or "spin"; None if it does not.

    `make_run(steps, namer)` makes the run again, with so many steps.
    """
    program = scheduler.batch.program
    if program.comparable is None:
        program.comparable = states.is_comparable(program.codes)
    if not program.comparable:
        return None
    if most > SHORT and not _Names(make_run, most - WINDOW, most).come_back:
        return None
    names = _Names(make_run, 0, most)
    return names.first_repeat() if names.come_back else None


class _Names:
    """The names of the states of a run, from the switch point `first` on."""

    note = staticmethod(calls.note)

    def __init__(self, make_run: "MakeRun", first: int, most: int) -> None:
        self.names: list[tuple[object, ...] | None] = []
        self.marks: set[tuple[object, ...]] = set()
        self.first = first
        self.come_back = False
        """Whether it was seen that the run would never end."""
        make_run(most, self)

    def add(self) -> None:
        """Names the state now. The run ends where a circle closes."""
        run = scheduler.run
        at = len(run.chosen)
        if at < self.first or self.come_back:
            self.names.append(None)
            return
        name = states.name_of_state()
        self.names.append(name)
        if name is None or at <= len(run.prefix):
            return
        mark = (name, run.previous, *sorted(run.asleep))
        if mark in self.marks:
            self.come_back = True
            run.abandon("steps")
        self.marks.add(mark)

    def first_repeat(self) -> tuple[int, str] | None:
        """Where a state comes back after the prefix."""
        seen = {}
        run = scheduler.run
        for at, name in enumerate(self.names):
            if name is not None and name in seen and at >= len(run.prefix):
                ran = set(run.chosen[seen[name] : at])
                return at, "livelock" if ran.issuperset(run.points[at][ENABLED]) else "spin"
            seen[name] = at
        return None
