"""What the processes of a program have in common, which lies in memory that the page keeps: calls to it, and waiting.

Its operations are the methods of `ProcessMemory` (src/core/processes/memory.ts). None of them waits: what cannot be done yet answers
`NOT_YET`, and with `mark` set it has asked for a ring when to try again. Where memory is shared a call takes microseconds; where it is
not, the page keeps it and each call is a question to the page, for whose answer the calling thread parks.
"""

from . import kernel

NOT_YET = -1
NO_ROOM = -2
BROKEN_PIPE = -3

memory = None
"""The operations themselves, where memory is shared and was opened."""
slot = 0
"""Which process of the program this is; 0 is the program's own."""
pid = 42
parent_pid = 1
_waiting = {}
"""Who waits for a ring, and whether it has come."""


def getpid():
    """The identifier of this process."""
    return pid


def getppid():
    """The identifier of the process that started this one."""
    return parent_pid


def open():
    """Opens the memory for this run, when it is first needed."""
    global memory
    if kernel.look is None:
        memory = kernel.host.openMemory()
        kernel.look = look


def begin(own_slot=0, own_pid=42, own_parent=1):
    """Starts afresh for one run."""
    global memory, slot, pid, parent_pid
    memory = kernel.look = None
    slot, pid, parent_pid = own_slot, own_pid, own_parent
    _waiting.clear()


def call(operation, *args):
    """Does one operation and returns its answer."""
    open()
    if memory is not None:
        answer = getattr(memory, operation)(*args)
        if _waiting:
            look()
        return answer
    me = kernel.current
    host = kernel.host
    kernel.busy = True
    try:
        host.askMemory(me.id, operation, *args)
        while not host.hasReply(me.id):
            kernel.wait_outside("the page")
    finally:
        kernel.busy = False
    return host.takeReply(me.id)


def tell(operation, *args):
    """Does one operation that has no answer. Never parks, so that finalizers may use it."""
    if kernel.look is None:
        return
    if memory is not None:
        getattr(memory, operation)(*args)
    else:
        kernel.host.tellMemory(operation, *args)


def until(attempt, deadline, words):
    """Calls `attempt(mark)` until it answers something else than NOT_YET, which it returns, or until the clock reaches `deadline`."""
    answer = attempt(False)
    if answer is not NOT_YET or deadline is not None and kernel.clock() >= deadline:
        return answer
    me = kernel.current
    try:
        while True:
            _waiting[me] = False
            answer = attempt(True)
            if answer is not NOT_YET or deadline is not None and kernel.clock() >= deadline:
                return answer
            kernel.busy = True
            if not _waiting[me]:
                kernel.wait_outside(words, deadline, "block")
            kernel.busy = False
    finally:
        kernel.busy = False
        _waiting.pop(me, None)


def look():
    """Wakes those who wait if this process has been rung. Called at ticks, and when it may have rung itself."""
    if kernel.host.wasRung():
        on_ring()


def on_ring():
    """This process was rung: everybody who waits looks again. Also called by the page, between two turns."""
    for strand in _waiting:
        _waiting[strand] = True
        if strand.waiting_for is not None:
            kernel.arrived(strand.id)
