"""What the scheduled mode knows of all runs of a program (`Batch`), and of the one that is being made (`Run`).

There is one of each at a time: `scheduler.batch` and `scheduler.run`. Switch points are frequent, so functions that use them bind them to a variable once.
"""

from ..kernel import kernel
from .objects import Objects

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType
    from typing import Any

    from .actors import Actor
    from .priorities import ByPriority
    from .shapes import Access, ByPlace, Kept, Namer, Outcome, Point, Program, Reader, Watcher
    from .sleepsets import Sleeper

MOST_LINES = 50_000
"""How many lines a thread may run between two switch points, and while it unwinds."""
MOST_PRINTED = 100_000
"""How many characters a run may print."""
INSTRUCTION_GRANULARITIES = ("access", "free-threaded", "bytecode")
"""Those at which switch points are instructions; the others are `line` and `gil`."""


class Batch:
    """A program, and the rules by which all of its runs are made."""

    __slots__ = (
        "program",
        "own",
        "footprints",
        "gil",
        "fine",
        "every",
        "main_first",
        "free",
        "any_order",
        "whole",
        "footprint",
        "standing",
        "begun",
        "touched",
        "relay",
        "first_id",
        "kept",
    )

    def __init__(self, program: "Program", granularity: str, main_first: bool, free: bool, any_order: bool) -> None:
        self.program = program
        """What is run: a `lines.Program`."""
        self.own = program.own
        """The program's code objects."""
        self.footprints = program.footprints
        self.gil = granularity == "gil"
        """Whether switch points are the places where CPython with the GIL may switch: see gil.py."""
        self.fine = granularity in INSTRUCTION_GRANULARITIES
        """Whether switch points are instructions, and not lines."""
        self.every = granularity == "bytecode"
        """Whether every instruction is a switch point, and not only those with a footprint."""
        self.main_first = main_first
        """Whether the main thread goes on wherever it can."""
        self.free = free
        """Whether time is free: see the invariants of scheduler.py."""
        self.any_order = any_order
        """Whether the tasks of an event loop may go on in any order."""
        self.whole = True
        """Whether all steps are told; otherwise none of a prefix but its last."""
        self.footprint: "ByPlace | None" = None
        """By code object: what a line (or an instruction) may do; None if the page does not ask for accesses."""
        self.standing: "ByPlace" = None  # pyright: ignore[reportAttributeAccessIssue]
        """By code object: what a call that stands at an offset may do,"""
        self.begun: "ByPlace | None" = None
        """and what it may do to objects that only the instruction there knows, if that has begun; None where accesses do not tell objects apart."""
        self.touched: "dict[CodeType, frozenset[int]] | None" = None
        """By code object: the offsets of the instructions before which touches.py looks at objects; None likewise."""
        self.relay: "Any" = None
        """Hands over between stacks: see `Relay` in src/workers/python/host.ts."""
        self.first_id = 0
        """The main thread's identifier, from which `relay` counts the others."""
        self.kept: "Kept | None" = None
        """What the library has that the program may change: see keep.py."""

    def begin(self, with_accesses: bool, whole: bool) -> None:
        """Says what is to be told of the runs that follow, and learns who hands over between their stacks."""
        footprints = self.footprints
        self.whole = whole
        self.footprint = None if not with_accesses else footprints.told_by_offset if self.fine else footprints.by_line
        self.standing = (
            footprints.by_rest if self.gil else footprints.told_by_offset if self.fine else footprints.by_place
        )
        by_object = with_accesses and footprints.by_object
        self.begun = footprints.begun if by_object else None
        self.touched = footprints.touched if by_object else None
        self.relay = kernel.host.relay
        self.first_id = kernel.main.id
        kernel.host.relayFrom(kernel.main.id)


class Run:
    """One run of the program, from its first choice to its outcome."""

    __slots__ = (
        "running",
        "over",
        "now",
        "did",
        "failed",
        "chosen",
        "points",
        "done",
        "prefix",
        "untold",
        "asleep",
        "max_steps",
        "previous",
        "lines_left",
        "ending",
        "printed",
        "told",
        "room_left",
        "watcher",
        "namer",
        "reader",
        "priorities",
        "tasks_made",
        "loops_made",
        "calls_under_way",
        "objects",
        "making",
        "calls",
    )

    def __init__(
        self,
        prefix: "Sequence[int]" = (),
        max_steps: int = 0,
        asleep: "dict[int, Sleeper] | None" = None,
        untold: int = 0,
        watcher: "Watcher | None" = None,
        namer: "Namer | None" = None,
        reader: "Reader | None" = None,
        priorities: "ByPriority | None" = None,
    ) -> None:
        self.running: "Actor | None" = None
        """The thread that executes the program's code; None between two runs, and while code runs that is no step."""
        self.over: "Outcome | None" = None
        """The outcome, as `Outcome` of src/core/schedule/types.ts has it, or `{"kind": "redundant"}` where another run stands for this one; None before the end."""
        self.now = 0.0
        """Virtual time, in seconds."""
        self.did: "list[Access]" = []
        """The accesses of the step under way: see accesses.py."""
        self.failed: str | None = None
        """How the first thread failed that was not the main one, in words."""
        self.chosen: list[int] = []
        """Who took each step,"""
        self.points: "list[Point]" = []
        """the switch point at which it was chosen, with the one after the last step behind them,"""
        self.done: "list[list[Access]]" = []
        """and what it did. Points and accesses of steps that are not told are left out."""
        self.prefix = prefix
        """The choices that are given."""
        self.untold = untold
        """How many steps are not told, from the first on, since the page knows them already."""
        self.asleep = {} if asleep is None else asleep
        """By the number of a thread whose next step another schedule has taken from the same state: that step, as a `Sleeper`. Holds from the last choice of the prefix on."""
        self.max_steps = max_steps
        self.previous = -1
        """Who took the step before."""
        self.lines_left = MOST_LINES
        self.ending = False
        """Whether finalizers run at the end, whose lines are no steps."""
        self.printed: list[str] = []
        """What was written to standard output and standard error,"""
        self.told: list[str] = []
        """and to standard output only, which belongs to the outcome."""
        self.room_left = MOST_PRINTED
        """How many more characters the run may print."""
        self.watcher = watcher
        """Is told of each switch point, and has a list of the run's `locks`: a `snapshot.Watcher`, or None."""
        self.namer = namer
        """Gives each state a name: `note(thread)` is called by the thread that comes to a switch point, then `add()` when no thread runs. See circles.py."""
        self.reader = reader
        """Chooses where no choice is given, and may take any time: see stepping.py. None where the run goes on by itself."""
        self.priorities = priorities
        """Choose where no choice is given; None where the usual rule does."""
        self.tasks_made = 0
        self.loops_made = 0
        self.calls_under_way: dict[int, int] = {}
        """See gil.py."""
        self.objects = Objects()
        self.making: "dict[int, int | None]" = {}
        """By the `id` of a frame of the program's: where it goes on when the call that it makes has made a new object;"""
        self.calls: "dict[int, tuple[CodeType, int, Sequence[Access]]]" = {}
        """and the last call that it has begun: where, and what that touches."""

    def passes_by(self, number: int) -> bool:
        """Whether the running thread, of this number, goes on at once with a step that is not told: then nobody looks at where it stands."""
        at = len(self.chosen)
        return at < self.untold and self.prefix[at] == number

    def abandon(self, why: str) -> None:
        """Gives the run up, unless it is over already, for one of the reasons that `AbandonReason` has in src/core/schedule/types.ts."""
        if self.over is None:
            self.over = {"kind": "abandoned", "why": why}

    def count_line(self) -> None:
        """Counts a line that is no switch point. Raises `kernel.Killed` in a thread that has run more than `MOST_LINES` of them."""
        if self.running is None and not self.ending:
            return
        self.lines_left -= 1
        if self.lines_left < 0:
            self.abandon("steps")
            raise kernel.Killed
