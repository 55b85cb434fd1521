"""Checks in tests what the kernel only says, at no cost where it is shipped: invariants 1, 4 and 6 at the head of kernel/kernel.py.

A function whose docstring begins with "Busy." is called while the kernel is busy and leaves it so; program code runs while it is not; and a thread hands over as nobody, and busy.
"""

import functools
import sys
import types

TOOL = 3
"""A number of `sys.monitoring` that neither the kernel nor CPython's tools use."""


class BrokenContract(SystemError):
    """The kernel does not do what it says."""


def check_functions(kernel):
    """Checks every function and method of ours, loaded by now, that says "Busy."."""
    for name, module in list(sys.modules.items()):
        if name.startswith("timeslice."):
            for owner in (module, *(its for its in vars(module).values() if _is_class_of(module, its))):
                for attribute, value in list(vars(owner).items()):
                    if _says_busy(value) and value.__module__ == name:
                        setattr(owner, attribute, _checked(kernel, value))


def _is_class_of(module, thing):
    return isinstance(thing, type) and vars(thing).get("__module__") == module.__name__


def _says_busy(thing):
    return isinstance(thing, types.FunctionType) and (thing.__doc__ or "").startswith("Busy.")


def _checked(kernel, function):
    @functools.wraps(function)
    def call(*args, **kwargs):
        if not kernel.busy:
            raise BrokenContract(f"{function.__qualname__} was called while the kernel was not busy")
        answer = function(*args, **kwargs)
        if not kernel.busy:
            raise BrokenContract(f"{function.__qualname__} returned and left the kernel not busy")
        return answer

    return call


def check_hand_over(kernel):
    """Called where a thread is about to be suspended."""
    if not kernel.busy or kernel.current is not kernel.nobody:
        raise BrokenContract(
            f"{kernel.current.name} hands over, while the kernel is {'' if kernel.busy else 'not '}busy"
        )


def check_program(kernel, filename):
    """Checks at each line of the program that the kernel is not busy and that a thread runs."""

    def on_line(code, line):
        if code.co_filename != filename:
            return sys.monitoring.DISABLE
        if kernel.busy or kernel.current is kernel.nobody:
            raise BrokenContract(f"line {line} of the program runs in {kernel.current.name} while the kernel is busy")
        return None

    monitoring = sys.monitoring
    monitoring.use_tool_id(TOOL, "contracts")
    monitoring.register_callback(TOOL, monitoring.events.LINE, on_line)
    monitoring.set_events(TOOL, monitoring.events.LINE)
