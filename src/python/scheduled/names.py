"""Names of the things that threads share, as accesses and waits have them. They are made here and nowhere else; src/core/schedule/objectNames.ts takes them apart.

A name must be the same in runs that differ only in the order of independent steps. So it says which thread made a thing and as which of its own (numbers from 1 on),
and not where the thing lies or how many there are in all.
"""

ITEMS = "items"
"""What lies in every list, dictionary, set and iterator."""
STDOUT = "stdout"
"""The program's standard output, and its standard error."""
THREADS = "threads"
"""How many threads have been started, which gives the next one its number."""
THREAD_NAMES = "thread names"
"""How many names the library has given to threads."""
TIME = "time"
"""What a sleeping thread waits for; and, as an access, that time passes because no thread could go on otherwise."""
CLOCK = "clock"
"""The virtual time, where it is free and the program can read it."""
ANYTHING = "anything"
"""Stands for all things."""
PROGRAM = "program"
"""The program as a whole, which ends under threads that still live."""
OBJECTS = "objects"
"""Which objects still live, where the program may notice."""
FAILURE = "failure"
"""The first exception that ended a thread other than the main one."""
RANDOM = "random"
"""The state of the module `random`."""
TASKS = "tasks"
"""The tasks that `asyncio.gather` waits for."""
FUTURE = "a future"
"""A future of asyncio that is no task."""
SOME_LOCK = "a lock"
"""A lock that is not the kernel's, such as one that the program has built itself."""
EARLIER_LOCKS = "earlier locks"
"""All locks that the library made before the scheduled mode did anything."""

THINGS = (
    ITEMS,
    STDOUT,
    THREADS,
    THREAD_NAMES,
    TIME,
    CLOCK,
    ANYTHING,
    PROGRAM,
    OBJECTS,
    FAILURE,
    RANDOM,
    TASKS,
    FUTURE,
    SOME_LOCK,
    EARLIER_LOCKS,
)
"""Things of which there is one in a run, or that have no names of their own."""


def thread(number: int) -> str:
    """A thread or a task, whose start and end are accesses."""
    return f"thread {number}"


def life(number: int) -> str:
    """Whether a thread lives, as `is_alive` tells it."""
    return f"thread {number} lives"


def deadline(number: int) -> str:
    """The moment at which a thread's sleep or timeout ends."""
    return f"time of {number}"


def lock(maker: int, count: int) -> str:
    """A lock that a thread of the program made as its `count`th."""
    return f"lock {maker}.{count}"


def library_lock(count: int) -> str:
    """A lock that was made while no thread of the program ran."""
    return f"library lock {count}"


def condition(maker: int, count: int) -> str:
    """A condition that a thread of the program made as its `count`th."""
    return f"condition {maker}.{count}"


def wait(waiter: int, lock_name: str) -> str:
    """The lock on which a thread waits for a `notify` of the condition that has the lock called `lock_name`."""
    return f"wait of {waiter} for {lock_name}"


def event(lock_name: str) -> str:
    """The flag of the event that has this lock."""
    return f"event of {lock_name}"


def queue(lock_name: str) -> str:
    """What lies in the `SimpleQueue` that has this lock."""
    return f"queue of {lock_name}"


def event_loop(count: int) -> str:
    """An event loop, by its number in the run."""
    return f"event loop {count}"


def global_variable(name: str | None) -> str:
    """A global variable of the program."""
    return f"global {name}"


def cell(name: str | None) -> str:
    """A variable that a function shares with those that are defined in it."""
    return f"cell {name}"


def attribute(name: str | None) -> str:
    """All attributes of this name, whatever they belong to."""
    return f"attribute {name}"


def part(whole: str, maker: int, count: int) -> str:
    """What `ITEMS`, or an attribute, is of the object that a thread made as its `count`th; a part of what it is of all objects."""
    return f"{whole} of {maker}.{count}"
