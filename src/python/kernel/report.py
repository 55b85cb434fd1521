"""What becomes of exceptions: tracebacks without the kernel's frames, exit codes, the run's outcome."""

import sys
import traceback
import types

from . import console, kernel


def is_ours(filename: str) -> bool:
    """Whether it is a file of the kernel's, or of the packages that stand on it (library/)."""
    return filename.startswith(kernel.FOLDER.removesuffix("timeslice"))


def clean(error, seen=None):
    """Takes the kernel's own frames out of an exception's traceback, and of those that it came from."""
    seen = set() if seen is None else seen
    if error is None or id(error) in seen:
        return error
    seen.add(id(error))
    frames = []
    entry = error.__traceback__
    while entry is not None:
        if not is_ours(entry.tb_frame.f_code.co_filename):
            frames.append(entry)
        entry = entry.tb_next
    kept = None
    for entry in reversed(frames):
        kept = types.TracebackType(kept, entry.tb_frame, entry.tb_lasti, entry.tb_lineno)
    error.__traceback__ = kept
    clean(error.__cause__, seen)
    clean(error.__context__, seen)
    for inner in getattr(error, "exceptions", ()) if isinstance(error, BaseExceptionGroup) else ():
        clean(inner, seen)
    return error


def in_words(error: BaseException) -> str:
    """`ValueError: no`, on one line."""
    if isinstance(error, SyntaxError):
        return f"{type(error).__name__}: {error.msg}"
    return traceback.format_exception_only(error)[0].strip()


def outcome_of(error: BaseException, filename: str) -> dict[str, object]:
    """What an exception that left the main thread makes of the run (`PythonOutcome` in src/core/python/python.ts); shown as `sys.excepthook` says."""
    if kernel.current.doomed is None:
        try:
            return _told(error, filename)
        except BaseException:
            # The program's hook, or what it shows, was stopped in the midst.
            if kernel.current.doomed is None:
                raise
    return {"status": "finished", "exitCode": 1}


def _told(error, filename):
    kernel.busy = False
    if isinstance(error, SystemExit):
        return {"status": "finished", "exitCode": _exit_code(error)}
    clean(error)
    text = "".join(traceback.format_exception(error))
    outcome = {"status": "failed", "reason": in_words(error), "traceback": text, "line": _line_of(error, filename)}
    if sys.excepthook is sys.__excepthook__:
        _say(text)
        return outcome
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except BaseException as failure:
        if kernel.current.doomed is not None:
            raise
        _say(
            "Error in sys.excepthook:\n"
            + "".join(traceback.format_exception(clean(failure)))
            + "\nOriginal exception was:\n"
            + text
        )
    return outcome


def _exit_code(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        # An operating system keeps eight bits of it.
        return error.code & 0xFF
    _say(f"{error.code}\n")
    return 1


def _say(text):
    """Writes to the program's stderr, or to the page's where the program has spoilt its own."""
    try:
        sys.stderr.write(text)
    except Exception:
        console.Output("stderr").write(text)


def _line_of(error, filename):
    """The line of the program at which it went wrong, as far in as it reaches."""
    if isinstance(error, SyntaxError) and error.filename == filename:
        return error.lineno
    found = None
    entry = error.__traceback__
    while entry is not None:
        if entry.tb_frame.f_code.co_filename == filename:
            found = entry.tb_lineno
        entry = entry.tb_next
    return found
