"""What the modules of the scheduled mode hand to each other, for the type checker only: there is no such module at run time.

Modules below know here what modules above them make: a `Batch` has a `Program`, whose module imports that of the batch.
"""

from collections.abc import Callable, Sequence
from types import CodeType, FrameType
from typing import Any, NotRequired, Protocol, TypedDict

from ..kernel.strand import Strand
from .actors import Actor, Ended
from .keep import Kept as Kept
from .lines import Program as Program
from .loop import Loop as Loop
from .records import Run
from .snapshot import Watcher as Watcher
from .stepping import Reader as Reader
from .taskactors import Face

type Access = tuple[str, str] | tuple[str, str, int]
"""`(object, kind)` or `(object, kind, SHUT)`: see accesses.py."""
type Accesses = tuple[Access, ...]
type Nexts = int | tuple[Accesses | int | None, ...]
"""What threads do next: see accesses.py."""
type Point = tuple[tuple[int, ...], Nexts]
"""A switch point: who can be chosen, and what each does next."""
type Step = tuple[int, Point, Accesses]
"""Who took a step, the switch point at which it was chosen, and what the step did."""
type Outcome = dict[str, Any]
"""`Outcome` of src/core/schedule/types.ts, or `{"kind": "redundant"}`."""
type ByPlace = dict[CodeType, dict[int, Accesses]]
"""By code object and by line (or offset): what is done there."""
type Touch = tuple[Callable[[Run, FrameType, int, Any], Sequence[Access]], Any, Accesses]
"""How touches.py finds out what an instruction touches: the function, its argument, and what it may touch at most."""
type Place = tuple[CodeType, int] | tuple[None, None]
"""Code object and line (or offset); `scheduler.LOOKED` where CPython with the GIL looks whether to switch."""
type BeginsAt = tuple[int, str, tuple[str, ...], bool]
"""Where a line begins that acquires a lock: its offset, and the name, the attributes and whether the name is global."""
type Call = tuple[CodeType, int, list[Any] | tuple[()] | None]
"""Where a call stands: its code object, the offset, and the values of its variables (None where those cannot be told)."""
type ExitCall = tuple[Callable[..., object], tuple[Any, ...], dict[str, Any]]
"""An exit function, with its arguments."""
type ThreadLike = Any | Ended | Face
"""A `threading.Thread`, whose private parts are looked at too, or what stands for one."""
type MakeRun = Callable[[int, Namer], object]
"""Makes a run again, with at most so many steps; the namer gives each of its states a name."""

class Awaited(Protocol):
    """What a thread cannot go on without: a lock, another thread, a turn of an event loop."""

    @property
    def object(self) -> str:
        """Its name (names.py)."""

    def lets(self, actor: Actor, /) -> bool:
        """Whether the thread can go on."""

    def holders(self) -> Sequence[int | None]:
        """Who would have to let it go on, by number."""

class OnStack(Protocol):
    """What has a stack to hand over to: an `Actor`, or a `Slot` of threads.py."""

    @property
    def strand(self) -> Strand: ...

class Namer(Protocol):
    """Gives each state of a run a name: see circles.py."""

    def note(self, me: Actor, /) -> None:
        """Called by the thread that comes to a switch point."""

    def add(self) -> None:
        """Called when no thread runs."""

class Prefixed(TypedDict):
    """The first choices of a run, who sleeps after them, and the priorities by which it goes on, if it has any: see priorities.py."""

    prefix: Sequence[int]
    sleep: NotRequired[Sequence[tuple[int, Sequence[Access]]]]
    priorities: NotRequired[tuple[Sequence[int], Sequence[int]]]

class Item(Prefixed):
    """A run that the page asks for, as `packItem` of src/core/python/packedRuns.ts makes it."""

    maxSteps: int

class Order(TypedDict):
    """A run that a reader steps through, as `packOrder` of src/core/python/packedRuns.ts makes it."""

    prefix: list[int]
    maxSteps: int
    first: int
