"""`faulthandler` where it is asked for stacks: of the kernel's threads, and into the page's own stderr. What it does when Python crashes is not ours."""

import faulthandler
import os
import signal
import sys

from ..kernel import kernel
from . import inspection, signals, timers

MOST_THREADS = 100
MOST_FRAMES = 100
"""`MAX_NTHREADS` and `MAX_FRAME_DEPTH` in CPython's Python/traceback.c, whose form the stacks have."""
HEX_DIGITS = 2 * 8

_watchdog: "kernel.Appointment | None" = None
_enabled = False


def _writer(file):
    """What writes text to a file as `faulthandler` takes it: a number, an object with one, or the page's own."""
    if file is None:
        file = sys.stderr
        if file is None:
            raise RuntimeError("unable to get sys.stderr")
    if isinstance(file, int):
        if file < 0:
            raise ValueError("file is not a valid file descriptor")
        number = file
    elif type(file).__module__.startswith("timeslice."):
        return file.write
    else:
        number = file.fileno()
        file.flush()
    page = {1: sys.__stdout__, 2: sys.__stderr__}.get(number)
    return page.write if page is not None else lambda text: os.write(number, text.encode())


def _stack(frame):
    lines = []
    while frame is not None and len(lines) < MOST_FRAMES:
        code = frame.f_code
        lines.append(f'  File "{code.co_filename}", line {frame.f_lineno} in {code.co_name}\n')
        frame = frame.f_back
    if frame is not None:
        lines.append("  ...\n")
    return "".join(lines) or "  <no Python frame>\n"


def _all_stacks(running):
    frames = inspection._current_frames()
    parts = []
    # The youngest first.
    for strand in reversed(list(kernel.strands.values())):
        if len(parts) == MOST_THREADS:
            parts.append("...\n")
            break
        who = "Current thread" if strand is running else "Thread"
        name = f" [{strand.name.encode()[:15].decode(errors='ignore')}]" if strand is not kernel.main else ""
        parts.append(
            f"{who} 0x{strand.id:0{HEX_DIGITS}x}{name} (most recent call first):\n{_stack(frames.get(strand.id))}"
        )
    return "\n".join(parts)


def dump_traceback(file=None, all_threads=True, *, max_threads=MOST_THREADS):
    """Writes down where all threads stand, or the running one only."""
    write = _writer(file)
    if all_threads:
        write(_all_stacks(kernel.current))
    else:
        write("Stack (most recent call first):\n" + _stack(sys._getframe(1)))


def dump_traceback_later(timeout, repeat=False, file=None, exit=False, *, max_threads=MOST_THREADS):
    """Writes down where all threads stand when `timeout` seconds have passed. Raises ValueError unless it is above 0."""
    global _watchdog
    timeout = float(timeout)
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")
    write = _writer(file)
    cancel_dump_traceback_later()
    whole = round(timeout * 1_000_000)
    seconds, rest = divmod(whole, 1_000_000)
    title = f"Timeout ({seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}{f'.{rest:06}' if rest else ''})!\n"

    def dump():
        global _watchdog
        _watchdog = kernel.appoint(kernel.clock() + timeout, dump) if repeat and not exit else None
        write(title + _all_stacks(None))
        if exit:
            kernel.end_at_once(1)

    kernel.busy = True
    _watchdog = kernel.appoint(kernel.clock() + timeout, dump)
    timers.watch_clock()
    kernel.busy = False


def cancel_dump_traceback_later():
    """Undoes that."""
    global _watchdog
    if _watchdog is not None:
        kernel.busy = True
        kernel.cancel(_watchdog)
        kernel.busy = False
        _watchdog = None


def register(signum, file=None, all_threads=True, chain=False):
    """Writes down where all threads stand each time that signal comes."""
    write = _writer(file)
    signal.getsignal(signum)
    if signum in (signal.SIGKILL, signal.SIGSTOP):
        raise RuntimeError(f"signal {int(signum)} cannot be registered, use enable() instead")

    def dump():
        write(
            _all_stacks(kernel.current)
            if all_threads
            else "Stack (most recent call first):\n" + _stack(sys._getframe(1))
        )
        return chain

    signals.dumps[int(signum)] = dump


def unregister(signum):
    """Undoes that; whether there was something to undo."""
    return signals.dumps.pop(int(signum), None) is not None


def enable(file=None, all_threads=True, c_stack=True):
    """Has nothing to do: the page says where Python crashed."""
    global _enabled
    _writer(file)
    _enabled = True


def disable():
    """Undoes that; whether there was something to undo."""
    global _enabled
    before, _enabled = _enabled, False
    return before


def is_enabled():
    """Whether it is enabled."""
    return _enabled


def install():
    """Called once, when Python has started."""
    for function in (
        dump_traceback,
        dump_traceback_later,
        cancel_dump_traceback_later,
        register,
        unregister,
        enable,
        disable,
        is_enabled,
    ):
        function.__module__ = "faulthandler"
        setattr(faulthandler, function.__name__, function)
