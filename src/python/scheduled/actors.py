"""The threads of a run, as its schedule knows them, and what they wait for besides locks."""

from . import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import CodeType, FrameType

    from ..kernel.strand import Strand
    from .shapes import Accesses, Awaited, Call, Place, ThreadLike

actors: "list[Actor]" = []
"""All threads of the run, by number."""
alive: "list[Actor]" = []
"""Those that have not ended, by number."""


class Actor:
    """One thread of the program, as its schedule knows it."""

    __slots__ = (
        "number",
        "strand",
        "thread",
        "on",
        "wants",
        "deadline",
        "late",
        "passed",
        "timed_out",
        "fresh",
        "begins",
        "at",
        "ops",
        "made",
        "conditions",
        "objects",
        "ending",
        "done",
        "object",
        "run",
        "frames",
        "within",
        "noted",
    )

    def __init__(self, number: int, strand: "Strand", thread: "ThreadLike") -> None:
        self.number = number
        self.strand = strand
        self.thread: "ThreadLike" = thread
        self.on: "Awaited | None" = None
        """What it cannot go on without: something with `lets(actor)`."""
        self.wants: "Accesses | None" = None
        """What its next step does first, as accesses; None where that is not known."""
        self.deadline: float | None = None
        """The virtual time, in seconds, at which its sleep or timeout ends; None if it waits for ever, or does not wait."""
        self.late: "Accesses | None" = None
        """The accesses with which its next step begins instead, when it is the deadline that lets it go on,"""
        self.passed: "Accesses" = ()
        """after those of letting time pass."""
        self.timed_out = False
        """Whether it was its deadline that let it go on."""
        self.fresh = True
        """Whether none of the program's own code has run in it yet."""
        self.begins: "CodeType | None" = None
        """The code with which it begins, where that is the program's own: then its first line is where its first step begins, and no switch point."""
        self.at: "Place | None" = None
        """The program's line (or instruction) with which its step began."""
        self.ops = 0
        """How many operations on locks and threads this step has made: there is a switch point before all but the first."""
        self.made = 0
        """How many locks it has made, for their names."""
        self.conditions = 0
        """How many conditions it has made, likewise."""
        self.objects = 0
        """How many of the objects that it has made have names."""
        self.ending = False
        """Whether it is not alive any more, as far as `is_alive` can tell."""
        self.done = False
        self.object = names.thread(number)
        self.run: "Callable[[], object] | None" = None
        """The function that it is to call, until it begins."""
        self.frames: "Sequence[FrameType]" = ()
        """The program's calls under way, innermost first, while a run is watched. Noted by the thread itself: nobody else can walk its stack."""
        self.noted: "Sequence[Call]" = ()
        """Where all of its calls stand, while states are named: see states.py."""
        self.within: "Sequence[FrameType]" = ()
        """The library's calls that the innermost of them has made, innermost first."""

    @property
    def call(self) -> str | None:
        """The library's function that the program has called, if it is in one: `Queue.get`."""
        called = (frame.f_code.co_qualname for frame in reversed(self.within))
        # `async with` of a lock is told as the lock's own method.
        return next((name for name in called if not name.startswith("_ContextManagerMixin")), None)

    def lets(self, _: object) -> bool:
        """Whether a thread that joins this one can go on."""
        return self.done

    def holders(self) -> list[int]:
        """Who would have to let a thread that joins this one go on, by number."""
        return [] if self.done else [self.number]


class Ended:
    """Stands for a thread object that has ended, of which only the name is still of use."""

    daemon = True

    def __init__(self, name: str) -> None:
        self.name = name


class _Never:
    """What a sleeping thread waits for."""

    object = names.TIME

    def lets(self, _: object) -> bool:
        return False

    def holders(self) -> list[int]:
        return []


NEVER = _Never()


class _Everybody:
    """What the end of the program waits for: the threads that are no daemons."""

    def lets(self, _: object) -> bool:
        return not any(actor.number and not actor.thread.daemon for actor in alive)

    @property
    def object(self) -> str:
        return next((actor.object for actor in alive if actor.number and not actor.thread.daemon), names.THREADS)

    def holders(self) -> list[int]:
        return [actor.number for actor in alive if actor.number and not actor.thread.daemon][:1]


EVERYBODY = _Everybody()
