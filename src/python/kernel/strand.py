"""One thread as the kernel knows it."""

from _thread import get_ident

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from weakref import ref

    from .hosts import Handle, NotedLock, Obstacle

# The identifier that imports under way know the main thread by.
_main_id = get_ident()
_last_id = -1


class Killed(BaseException):
    """Raised in a parked thread to unwind it when its program is over. Never seen by a program that does not catch everything."""


class Strand:
    """One thread as the kernel knows it."""

    __slots__ = (
        "id",
        "lane",
        "home",
        "name",
        "daemon",
        "call",
        "parked",
        "ticket",
        "woken",
        "ready_since",
        "blocked_on",
        "waiting_for",
        "handle",
        "started",
        "noted",
        "ran_s",
        "since",
        "doomed",
        "failure",
        "errands",
        "deaf",
        "__weakref__",
    )

    def __init__(
        self,
        name: str,
        call: "tuple[Callable[..., object], tuple[object, ...], dict[str, object]] | None" = None,
        daemon: bool = False,
        handle: "Handle | None" = None,
    ) -> None:
        global _last_id
        _last_id += 1
        self.id = _main_id + _last_id
        self.home = f"thread-{_last_id}" if _last_id else "main"
        """Its own lane in the trace."""
        self.lane = self.home
        """Where it is drawn now: in its own lane, or in that of the event loop or task that it runs (lanes.py)."""
        self.name = name
        self.daemon = daemon
        self.call = call
        """What it runs, as (function, args, kwargs)."""
        self.handle = handle
        self.parked = False
        """Whether it waits for `wake` or a timer; then it is not in `ready`."""
        self.ticket = 0
        self.woken: bool | None = False
        """Whether its last wait was ended by `wake`, and not by its timer; None where `interrupt` ended it."""
        self.ready_since = 0.0
        self.blocked_on: "Obstacle | None" = None
        """The lock or handle it is blocked on: something with `describe(strand)`."""
        self.waiting_for: str | None = None
        """What it waits for outside of Python, in words; a wait of this kind is no deadlock."""
        self.started = False
        self.noted: "dict[int, tuple[ref[NotedLock], str]]" = {}
        """The locks that its lane holds in the trace, weakly, by their identity: a held lock may be forgotten by the program."""
        self.ran_s = 0.0
        """Seconds it held the GIL, up to `since`."""
        self.since = 0.0
        self.doomed: type[BaseException] | None = None
        """The exception that its next wait raises, instead of waiting."""
        self.failure: str | None = None
        """The exception that ended it, in words."""
        self.errands: "tuple[Callable[[FrameType], object], ...]" = ()
        """What it is to call, with the frame that it is in, as soon as it is about to take a step of the program: a signal's handler, for example."""
        self.deaf = False
        """Whether no signal ends its wait."""


def count_anew() -> None:
    """The next thread is the first after the main thread."""
    global _last_id
    _last_id = 0
