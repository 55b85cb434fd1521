"""What calls of known functions and methods may read or write of what threads share, by their names. One that is in no list may write items, unless it is the program's own."""

from . import names
from .accesses import ANYTHING, READ_ITEMS, WRITE_ITEMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .shapes import Accesses

# These read the items of their arguments or of their object.
_READING = frozenset(
    "len sum min max sorted list tuple set frozenset dict str repr format bytes any all enumerate zip reversed range iter isinstance issubclass id type hash callable "
    "abs bool int float round divmod pow ord chr bin hex oct super object slice ascii ArithmeticError AssertionError AttributeError Exception IndexError KeyError "
    "RuntimeError StopIteration TimeoutError TypeError ValueError ZeroDivisionError".split()
    + "index count copy keys values items get join split strip lstrip rstrip upper lower startswith endswith replace encode decode title center ljust rjust zfill splitlines is_integer "
    "union intersection difference issubset issuperset isdisjoint perf_counter monotonic time current_thread get_ident".split()
)
_PURE = frozenset(
    "range int float bool abs round chr ord bin hex id type isinstance issubclass callable object super perf_counter monotonic time current_thread get_ident".split()
)
# What these do is recorded as it happens, since they are made of locks and threads; so is `time.sleep`.
_SYNCHRONISING = frozenset(
    "acquire release locked start is_alive wait wait_for notify notify_all is_set sleep Lock RLock Condition Event Semaphore BoundedSemaphore Barrier Thread Timer Queue LifoQueue "
    "PriorityQueue SimpleQueue ThreadPoolExecutor put put_nowait get_nowait task_done local submit shutdown result done cancel exception".split()
)
_REFLECTING = frozenset(
    "globals locals vars eval exec compile setattr delattr getattr hasattr __import__ open input breakpoint".split()
)
_RANDOM = frozenset("random randint randrange choice choices shuffle sample uniform gauss seed getrandbits".split())

SHALLOW = frozenset(
    "len iter list tuple dict set frozenset enumerate zip reversed keys values items get copy range bool".split()
)
"""Those among `_READING` that read items without a look into these."""


def accesses_of(name: str, as_method: bool) -> "Accesses | None":
    """What a call of a function or method of that name may do; None where the name is in no list."""
    if name in _PURE:
        return ()
    if name in _READING:
        return READ_ITEMS
    if name == "print" and not as_method:
        return ((names.STDOUT, "write"), *READ_ITEMS)
    if name in _REFLECTING:
        return ANYTHING
    if name in _RANDOM:
        return ((names.RANDOM, "write"), *WRITE_ITEMS)
    return () if name in _SYNCHRONISING else None
