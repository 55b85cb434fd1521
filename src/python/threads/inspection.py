"""What a thread may ask about others, or do to them, by way of CPython's C code: stacks, exceptions, trace functions."""

import sys

from ..kernel import imports, kernel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_frames = sys._current_frames
_exceptions = sys._current_exceptions


def _of_all(look):
    was_busy, kernel.busy = kernel.busy, True
    kernel.host.showFrames()
    try:
        found = look()
    finally:
        kernel.host.hideFrames()
        kernel.busy = was_busy
    return {ident: one for ident, one in found.items() if ident in kernel.strands}


def _current_frames():
    """Returns a dict that maps each thread's identifier to its topmost stack frame."""
    return _of_all(_frames)


def _current_exceptions():
    """Returns a dict that maps each thread's identifier to the exception that it handles, or None."""
    return _of_all(_exceptions)


def in_all_threads(do: "Callable[[], object]") -> None:
    """Has every live thread call `do()`: the running one now, the others before their next step."""
    for strand in kernel.strands.values():
        if strand is kernel.current:
            do()
        else:
            strand.errands = (*strand.errands, lambda frame: do())


def _settraceallthreads(function, /):
    """Sets the trace function of all threads that run."""
    in_all_threads(lambda: sys.settrace(function))


def _setprofileallthreads(function, /):
    """Sets the profile function of all threads that run."""
    in_all_threads(lambda: sys.setprofile(function))


def raise_in_thread(ident: int, error: type[BaseException] | None) -> int:
    """Has a thread raise `error` before its next step, or no more where it is None; how many threads that were: `PyThreadState_SetAsyncExc`."""
    strand = kernel.strands.get(ident)
    if strand is None:
        return 0
    strand.errands = tuple([errand for errand in strand.errands if not isinstance(errand, _Raise)])
    if error is not None:
        strand.errands += (_Raise(error),)
        if strand is kernel.current:
            kernel.do_errands(strand)
    return 1


class _Raise:
    """An errand: to raise an exception."""

    def __init__(self, error):
        self.error = error

    def __call__(self, frame):
        raise self.error


def change_ctypes(module) -> None:
    """`ctypes.pythonapi.PyThreadState_SetAsyncExc`, with the identifiers that `threading` shows, and at a place where the thread can stand it."""

    def PyThreadState_SetAsyncExc(ident, error):
        ident = getattr(ident, "value", ident)
        error = getattr(error, "value", error) if isinstance(error, module._SimpleCData) else error
        return raise_in_thread(ident, error or None)

    module.pythonapi.PyThreadState_SetAsyncExc = PyThreadState_SetAsyncExc


def install() -> None:
    """Called once, when Python has started."""
    for function in (_current_frames, _current_exceptions, _settraceallthreads, _setprofileallthreads):
        function.__module__ = "sys"
        setattr(sys, function.__name__, function)
    # Python itself may have loaded it by now.
    if "ctypes" in sys.modules:
        change_ctypes(sys.modules["ctypes"])
    else:
        imports.after("ctypes", change_ctypes)
