"""Runs that would go on for ever since a state comes back: a livelock if all that could run did so in between, a spin otherwise.

Names of states are dear, so that only runs are looked at that do not end, and made once more for it. If a name comes back with the same thread chosen before it
and the same threads asleep, what follows is the same again, and the run would never end: so whoever looks earlier or later comes to the same. It is left where a state
comes back for the first time after the prefix, as src/core/schedule/guide.ts would.
"""

from . import calls, scheduler, states

WINDOW = 128
"""A circle of more steps is not found in a long run."""
SHORT = 400
"""A run of no more steps is named from its beginning."""


def first_circle(make_run, most):
    """The step at which a run of `most` steps without end comes back to a state, and what that is called; None if it does not. `make_run` makes the run again."""
    program = scheduler.program
    if program.comparable is None:
        program.comparable = states.is_comparable(program.codes)
    if not program.comparable:
        return None
    if most > SHORT and not _Names(make_run, most - WINDOW, most).come_back:
        return None
    names = _Names(make_run, 0, most)
    return names.first_repeat() if names.come_back else None


class _Names:
    """The names of the states of a run, from one on."""

    def __init__(self, make_run, first, most):
        self.names = []
        self.marks = set()
        self.first = first
        self.come_back = False
        """Whether it was seen that the run would never end."""
        scheduler.note, scheduler.name_state = calls.note, self.add
        try:
            make_run(most)
        finally:
            scheduler.note = scheduler.name_state = None

    def add(self):
        """Names the state now. The run ends where a circle closes."""
        at = len(scheduler.chosen)
        if at < self.first or self.come_back:
            self.names.append(None)
            return
        name = states.name_of_state()
        self.names.append(name)
        if name is None or at <= len(scheduler.prefix):
            return
        mark = (name, scheduler.previous, *sorted(scheduler.asleep))
        if mark in self.marks:
            self.come_back = True
            scheduler.abandon("steps")
        self.marks.add(mark)

    def first_repeat(self):
        """Where a state comes back after the prefix."""
        seen = {}
        chosen, points = scheduler.chosen, scheduler.points
        for at, name in enumerate(self.names):
            if name is not None and name in seen and at >= len(scheduler.prefix):
                ran = set(chosen[seen[name] : at])
                return at, "livelock" if ran.issuperset(points[at][0]) else "spin"
            seen[name] = at
        return None
