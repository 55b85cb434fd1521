"""The end of a run, as CPython ends a program: it joins the threads that are no daemons, calls exit functions, and finalizes what the program leaves."""

import gc
import logging
import sys
import threading

from ..kernel import report
from . import scheduler
from .ourframes import keeps
from .records import MOST_LINES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .shapes import ExitCall

LIBRARY = "/lib/"
"""Where the standard library lies."""
_of_library: "list[ExitCall]" = []
"""Exit functions that modules of the library registered when they were imported, for all runs."""
_of_run: "list[ExitCall]" = []
"""Those of the run, as (function, args, kwargs)."""


def register(function, /, *args, **kwargs):
    """`atexit.register`."""
    if not callable(function):
        raise TypeError("the first argument must be callable")
    frame = sys._getframe(1)
    (
        _of_library if frame.f_code.co_name == "<module>" and frame.f_code.co_filename.startswith(LIBRARY) else _of_run
    ).append((function, args, kwargs))
    return function


def unregister(function, /):
    """`atexit.unregister`."""
    for kept in (_of_run, _of_library):
        kept[:] = [one for one in kept if one[0] != function]


def begin_run() -> None:
    """Forgets the exit functions of the run before."""
    _of_run.clear()
    weakly = sys.modules.get("weakref")
    if weakly is not None:
        finalize = weakly.finalize
        finalize._registry.clear()
        finalize._shutdown = finalize._registered_with_atexit = finalize._dirty = False


@keeps()
def before_join() -> None:
    """Does what the library does when the main thread has ended, before it waits for others: it tells pools to end."""
    for call in reversed(threading._threading_atexits):  # pyright: ignore[reportAttributeAccessIssue]
        # Where there are no pools, nothing is done, not even to the lock of their books.
        if not any(cell.cell_contents in tuple(_pools_without_threads()) for cell in call.__closure__ or ()):
            call()


def _pools_without_threads():
    """The functions with which modules of the library end pools, of those that have none."""
    for name, books in (
        ("concurrent.futures.thread", "_threads_queues"),
        ("concurrent.futures.process", "_threads_wakeups"),
    ):
        module = sys.modules.get(name)
        if module is not None and not getattr(module, books):
            yield module._python_exit


@keeps("args", "kwargs")
def call_exit_functions() -> None:
    """Calls what was registered, the last one first."""
    while _of_run:
        _call(*_of_run.pop())
    for function, args, kwargs in reversed(_of_library):
        _call(function, args, kwargs)
    if scheduler.batch.program.changes_logging:
        # Registered when the interpreter started.
        _call(logging.shutdown, (), {})


@keeps("args", "kwargs")
def _call(function, args, kwargs):
    try:
        function(*args, **kwargs)
    except Exception as error:
        sys.stderr.write(f"Exception ignored in atexit callback {function!r}:\n{report.in_words(error)}\n")


@keeps()
def call_hook(error: BaseException) -> None:
    """Gives what the main thread raised to the program's `sys.excepthook`."""
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except Exception as failure:
        sys.stderr.write(f"Error in sys.excepthook:\n{report.in_words(failure)}\n")


def finalize() -> None:
    """Lets go of the program's module, to which nothing else may refer, and of what it left in circles. None of the code that this runs is a step."""
    run = scheduler.run
    run.lines_left = MOST_LINES
    run.ending = True
    try:
        sys.modules.pop("__main__", None)
        gc.collect()
    finally:
        run.ending = False
