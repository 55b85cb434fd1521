"""What came of runs, packed for the page: see src/core/python/packedRuns.ts, which reads it."""

from typing import NamedTuple

from ..kernel.tojson import dumps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .records import Run
    from .shapes import Outcome, Point, Step

PACKED_VERSION = 1
"""To be raised with `packedVersion` of packedRuns.ts, whenever what is packed changes its form."""


POINT = 1
"""The place of the switch point in a step that is told: `(thread, point, accesses)`, a plain tuple, since a search makes millions of them."""


class Made(NamedTuple):
    """What came of a run."""

    untold: int
    """How many steps are left out, from the first on."""
    steps: "list[Step]"
    """Those behind them, each `(thread, point, accesses)`."""
    end: "Point"
    """The switch point after the last step."""
    outcome: "Outcome | None"
    """None where another run stands for this one, or where it is not over."""

    @classmethod
    def of(cls, run: "Run") -> "Made":
        """What came of a `Run`, so far."""
        chosen, points, done = run.chosen, run.points, run.done
        untold = min(len(chosen), run.untold)
        # Of steps that are not told there may be neither points nor accesses.
        before = len(done) - len(chosen)
        steps = [(chosen[at], points[before + at], tuple(done[before + at])) for at in range(untold, len(chosen))]
        outcome = None if run.over is None or run.over["kind"] == "redundant" else run.over
        return cls(untold, steps, points[-1] if points else ((), 0), outcome)


class Packed:
    """Runs in few words: equal switch points, accesses and outcomes of a batch are told once, and go by their places among `things`.

    A run is a row of numbers: its outcome, how many steps are not told, how many there are with those, then of each that is told its thread, its switch point and its
    accesses, and at last the switch point at its end.
    """

    def __init__(self) -> None:
        self.things: list[object] = []
        self._places: dict[object, int] = {}
        self.rows: list[list[int]] = []

    def _place(self, thing: object, key: object) -> int:
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self.things)
            self.things.append(thing)
        return place

    def add(self, made: Made) -> None:
        """Adds what came of a run."""
        place = self._place
        untold, steps, end, outcome = made
        row = [place(outcome, repr(outcome)), untold, untold + len(steps)]
        for thread, point, did in steps:
            row += (thread, place(point, point), place(did, did))
        row.append(place(end, end))
        self.rows.append(row)

    def steps_of(self, run: int) -> int:
        """How many steps a run has, with those that are not told."""
        return self.rows[run][2]

    def to_json(self) -> str:
        """All of it, with the version of this form first."""
        return dumps([PACKED_VERSION, self.things, self.rows])
