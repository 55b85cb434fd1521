"""What the processes of a program have in common, which lies in memory that the page keeps: calls to it, and waiting.

Its operations are the methods of `ProcessMemory` (src/core/python/processes/memory.ts). None of them waits: what cannot be done yet answers
`NOT_YET`, and with `mark` set it has asked for a ring when to try again. Where memory is shared a call takes microseconds; where it is
not, the page keeps it and each call is a question to the page, for whose answer the calling thread parks.
"""

from . import console, kernel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .hosts import ProcessLink
    from .strand import Strand

NOT_YET = -1
NO_ROOM = -2
BROKEN_PIPE = -3
NAME_TAKEN = -4
UNKNOWN = -5
REFUSED = -6

PUBLISHING = frozenset(("write", "give", "poke", "pokeNumber", "end", "sendSignal"))
"""What other processes see of this one: what it has printed before is to be seen before."""

send_copies: "Callable[[], None] | None" = None
"""Called before this process does one of these, while it has copies of shared memory: see processes/sharedmemory.py."""
fetch_copies: "Callable[[], None] | None" = None
"""Called after this process has waited for others, while it has copies."""

hear_signals: "Callable[[], None]" = None  # pyright: ignore[reportAssignmentType]
"""Takes the signals that other processes have sent to this one: see threads/signals.py."""

link: "ProcessLink" = None  # pyright: ignore[reportAssignmentType]
"""The page's side: see workers/python/processes.ts."""
memory: object | None = None
"""The operations themselves, where memory is shared and was opened."""
run = 0
"""Which run this is. What is left of an earlier one must not touch the memory of this."""
slot = 0
"""Which process of the program this is; 0 is the program's own."""
pid = 42
parent_pid = 1
_operations: "dict[str, Callable[..., Any]]" = {}
_waiting: "dict[Strand, bool]" = {}
"""The threads that wait for a ring, each with whether it has come."""


def getpid():
    """The identifier of this process."""
    return pid


def getppid():
    """The identifier of the process that started this one."""
    return parent_pid


def connect(to_page: "ProcessLink") -> None:
    """Called once, when Python has started."""
    global link
    link = to_page


def open() -> None:
    """Opens the memory for this run, which otherwise happens when it is first needed."""
    _operation("end")


def begin(own_slot: int = 0, own_pid: int = 42, own_parent: int = 1) -> None:
    """Starts afresh for one run."""
    global memory, run, slot, pid, parent_pid
    run += 1
    memory = kernel.look = kernel.linger = None
    slot, pid, parent_pid = own_slot, own_pid, own_parent
    _operations.clear()
    _waiting.clear()


def leave() -> None:
    """This process was ended by another: nothing of it is to be seen from now on."""
    global memory
    memory = kernel.look = kernel.linger = None
    _operations.clear()


def next_signal() -> int:
    """Takes a signal that another process has sent to this one; 0 where there is none, or where the page brings them."""
    operation = None if slot == 0 or memory is None else _operation("takeSignal")
    return 0 if operation is None else operation()


def _operation(name: str) -> "Callable[..., Any] | None":
    """The operation of that name; None where the page keeps the memory. Opens the memory when it is first needed."""
    global memory
    found = _operations.get(name)
    if found is None:
        if kernel.look is None:
            memory = link.openMemory()
            kernel.look = look
            kernel.linger = None if memory is None else linger
        if memory is not None:
            found = _operations[name] = getattr(memory, name)
    return found


def call(name: str, *args: object) -> "Any":
    """Does one operation and returns its answer. Raises the exception that the running thread is doomed to."""
    me = kernel.current
    if me.doomed is not None:
        raise me.doomed
    if name in PUBLISHING:
        console.flush()
        if send_copies is not None:
            send_copies()
    operation = _operation(name)
    if operation is not None:
        answer = operation(*args)
        if _waiting:
            look()
        return answer
    kernel.busy = True
    try:
        link.askMemory(me.id, name, *args)
        while not link.hasReply(me.id):
            # A signal would leave an answer that the next call would take for its own.
            kernel.wait_outside("the page", deaf=True)
    finally:
        kernel.busy = False
    answer = link.takeReply(me.id)
    if me.errands:
        kernel.do_errands(me)
    return answer


def tell(name: str, *args: object) -> None:
    """Does one operation that has no answer. Never parks, so that finalizers may use it."""
    if kernel.look is None:
        return
    operation = _operation(name)
    if operation is not None:
        operation(*args)
    else:
        link.tellMemory(name, *args)


def until(attempt: "Callable[[bool], Any]", deadline: float | None, words: "Callable[[], str]") -> "Any":
    """Calls `attempt(mark)` until it answers something else than NOT_YET, which it returns, or until the clock reaches `deadline`.

    It answers None where a signal came before what it would answer.
    `words` is called to say what is waited for, and only when it is.
    """
    answer = _until(attempt, deadline, words)
    if fetch_copies is not None:
        fetch_copies()
    return answer


def _until(attempt, deadline, words):
    answer = _attempt(attempt, False)
    if answer is not NOT_YET or deadline is not None and kernel.clock() >= deadline:
        return answer
    me = kernel.current
    said = words()
    try:
        while True:
            _waiting[me] = False
            answer = _attempt(attempt, True)
            if answer is not NOT_YET or deadline is not None and kernel.clock() >= deadline:
                return answer
            kernel.busy = True
            if not _waiting[me]:
                if kernel.wait_outside(said, deadline, "block") is None:
                    kernel.run_errands()
            kernel.busy = False
    finally:
        kernel.busy = False
        _waiting.pop(me, None)


def _attempt(attempt, mark):
    while True:
        if kernel.current.errands:
            kernel.do_errands(kernel.current)
        answer = attempt(mark)
        if answer is not None:
            return answer
        hear_signals()


def look() -> None:
    """Wakes the threads that wait for a ring, if this process has been rung. Called at ticks, and when it may have rung itself."""
    if link.wasRung():
        on_ring()


def linger(ms: float) -> bool:
    """Waits a moment for a ring: most answers come so soon that a turn of the page's event loop would take longer."""
    if not link.linger(ms):
        return False
    on_ring()
    return True


def on_ring() -> None:
    """This process was rung: it hears what signals have come, and every thread that waits for a ring looks again. Also called by the page, between two turns."""
    hear_signals()
    for strand in list(_waiting):
        # One may have come to its end meanwhile.
        if strand in _waiting:
            _waiting[strand] = True
            if strand.waiting_for is not None:
                kernel.arrived(strand.id)
