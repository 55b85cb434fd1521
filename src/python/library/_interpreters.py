"""What `concurrent.interpreters` stands on. Here there is one interpreter, and no way to another: see timeslice/kernel/refusals.py."""

from timeslice.kernel.refusals import NO_INTERPRETERS, refusal

WHENCE_UNKNOWN, WHENCE_RUNTIME, WHENCE_LEGACY_CAPI, WHENCE_CAPI, WHENCE_XI, WHENCE_STDLIB = range(6)


class InterpreterError(Exception):
    """A cross-interpreter operation failed"""


class InterpreterNotFoundError(InterpreterError):
    """An interpreter was not found"""


class NotShareableError(TypeError):
    """An object cannot be sent to another interpreter"""


def is_shareable(obj):
    """Return True if the object's data may be shared between interpreters and False otherwise."""
    return (
        obj is None
        or type(obj) in (bool, bytes, int, float, str, memoryview)
        or type(obj) is tuple
        and all(map(is_shareable, obj))
    )


def list_all(*, require_ready=False):
    """Return a list containing the ID of every existing interpreter."""
    return [get_main()]


def get_current():
    """Return (<ID>, <whence>) of the current interpreter."""
    return 0, WHENCE_RUNTIME


get_main = get_current


def whence(id):
    """Return an identifier for where the interpreter was created."""
    return WHENCE_RUNTIME


def is_running(id, *, restrict=False):
    """Return whether or not the identified interpreter is running."""
    return True


def incref(id, *, implieslink=False, restrict=False):
    """The only interpreter is not counted."""


def decref(id, *, restrict=False):
    """The only interpreter is not counted."""


_REFUSED = (
    "create destroy exec call run_string run_func set___main___attrs capture_exception new_config get_config".split()
)
globals().update(
    {name: refusal(name, NO_INTERPRETERS, NotImplementedError, module="_interpreters") for name in _REFUSED}
)
