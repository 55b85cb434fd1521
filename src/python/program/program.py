"""Runs one program from its text to its outcome. The page puts the whole interpreter back afterwards (workers/python/image.ts)."""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import _thread
import asyncio
import atexit
import builtins
import gc
import linecache
import os
import queue
import random
import sys
import threading
import time
import traceback
import types

from ..kernel import console, kernel, lifetimes, preemption, report, system, trace
from ..kernel.tojson import dumps
from ..processes import processes
from ..threads import ctypenames, eventloop, install, lanes, locks
from .finalize import finalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..kernel.hosts import JsBytes
    from ..kernel.strand import Strand

_modules = sys.modules
_library: dict[str, types.ModuleType] = {}
"""The modules that were there before any program."""
_builtins: "dict[str, Any]" = vars(builtins)  # pyright: ignore[reportAssignmentType]
_sys: "dict[str, Any]" = vars(sys)  # pyright: ignore[reportAssignmentType]
_kept: "list[tuple[dict[str, object], dict[str, object]]]" = [
    (vars(module), dict(vars(module))) for module in (builtins, linecache, traceback, types)
]
"""What the end of a run needs of modules that the program may have spoilt."""
_Anything = BaseException
"""Also where the program has deleted that name."""
_interrupted = False
_over = True
"""Whether no program runs, or only what is left of one: then there is nothing to stop."""
_exit_at_once: int | None = None
"""What `os._exit` was called with."""


def _excepthook(args, /, original=_thread._excepthook):
    """`threading.excepthook`: silent about threads that the kernel ended."""
    if kernel.current.doomed is not None:
        return
    report.clean(args.exc_value)
    if args.exc_value is not None:
        args = _thread._ExceptHookArgs((args.exc_type, args.exc_value, args.exc_value.__traceback__, args.thread))
    kernel.current.failure = f"{args.exc_type.__name__}: {args.exc_value}"[:120]
    original(args)


def prepare(prelude: str) -> None:
    """Called once, when Python has started: puts the kernel's own in the place of what Pyodide has put there, and runs `prelude`."""
    # Pyodide wraps these two; the lessons want the standard library's own.
    run = getattr(asyncio.run, "__wrapped__", asyncio.run)
    time.sleep = install.sleep
    ctypenames.take_for_c(queue)
    # Pyodide has put a hook of its own.
    sys.excepthook = sys.__excepthook__
    eventloop.install(run)
    os._exit = lifetimes.exit_at_once
    _excepthook.__module__ = "_thread"
    _thread._excepthook = threading.excepthook = threading.__excepthook__ = _excepthook
    threading._excepthook = _excepthook
    kernel.stop = interrupt
    kernel.end_at_once = end_at_once
    kernel.on_idle.append(console.flush)
    # Where Python starts from a snapshot, Pyodide has put it there twice.
    sys.path[:] = dict.fromkeys(sys.path)
    exec(prelude, {"__name__": "prelude"})
    kernel.count_anew()
    locks.count_anew()
    gc.collect()
    # Without Pyodide's own `__main__`, whose name the program's bears.
    _library.update((name, module) for name, module in sys.modules.items() if name not in ("__main__", "__mp_main__"))


def run_program(**order) -> str:
    """Runs a program in a fresh `__main__`, with what `_run` takes; returns its outcome as JSON (`PythonReport` in src/core/python/python.ts).

    Called by the page on a stack of its own.
    """
    return _guarded(order)


def run_process(*, task: "JsBytes", slot: int, parent_slot: int, pid: int, parent_pid: int, name: str, **order) -> str:
    """Runs a process that the program has started; `task` says, pickled, what it is to do, `order` has the rest of what `_run` takes."""
    return _guarded({**order, "child": processes.Child(task.to_bytes(), slot, parent_slot, pid, parent_pid, name)})


def _guarded(order):
    try:
        return _run(**order)
    except BaseException as error:
        # A fault of the kernel's own: said as it is, and the interpreter is given up.
        kernel.current = kernel.nobody
        _mend()
        text = "".join(traceback.format_exception(error))
        return dumps(
            {
                "status": "failed",
                "reason": f"The page's own Python failed: {error!r}",
                "traceback": text,
                "line": None,
                "elapsedMs": 0,
                "reusable": False,
            }
        )


def _run(
    source: str,
    filename: str,
    interval_ms: float,
    send_events: "Callable[[str], object]",
    send_pieces: "Callable[[str], object]",
    child: processes.Child | None = None,
) -> str:
    global _over
    kernel.host.guard(kernel.main.id)
    _begin(send_events)
    if child is not None:
        child.begin()
    console.begin(send_pieces)
    sys.setswitchinterval(interval_ms / 1000)
    main = types.ModuleType("__main__")
    main.__builtins__ = __builtins__
    # `multiprocessing` knows by that name, too, what a child sends back.
    sys.modules["__main__"] = sys.modules["__mp_main__"] = main
    sys.argv = [filename]
    linecache.cache[filename] = (len(source), None, source.splitlines(True), filename)
    me = kernel.main
    start = kernel.clock()
    if child is None:
        main.__file__ = filename
        # The page has told of a child already when that was started.
        trace.start(start, me.lane, "main", me.name)
    trace.record(start, me.lane, "run", "")
    # The page counts the time from here.
    trace.flush()
    outcome: "dict[str, Any]" = {"status": "finished", "exitCode": 0}
    holder = [main]
    del main
    try:
        code = compile(source, filename, "exec", dont_inherit=True)
        kernel.busy = False
        if child is None:
            exec(code, vars(holder[0]))
        else:
            child.run(source, filename)
    except _Anything as error:
        outcome = _outcome_of(error, filename)
    code = None
    _mend_names()
    try:
        # The other threads finish, also where the main thread has failed.
        if me.doomed is None:
            kernel.busy = False
            _wait_for_threads()
            atexit._run_exitfuncs()
    except BaseException as error:
        if me.doomed is None:
            outcome = _outcome_of(error, filename)
    try:
        if me.doomed is None:
            kernel.busy = False
            finalize(_library, holder)
    except BaseException as error:
        # Only a stop comes out of finalizers; what else they raise is ignored there, as CPython does.
        if me.doomed is None:
            lifetimes.ignored(error, "Exception ignored at the end of the program")
    kernel.busy = True
    _over = True
    _mend()
    if _exit_at_once is not None:
        outcome = {"status": "finished", "exitCode": _exit_at_once}
    elif _interrupted:
        outcome = {"status": "stopped"}
    elif kernel.deadlock_words is not None:
        failed = f"MainThread has ended with {outcome['reason']}. " if outcome["status"] == "failed" else ""
        outcome = {"status": "deadlock", "words": failed + kernel.deadlock_words}
    if child is not None:
        child.end(outcome)
    console.muted = True
    preemption.end()
    ended = kernel.clock()
    kernel.busy = True
    lanes.end_all()
    _end_lanes(me, outcome)
    console.flush()
    trace.flush()
    outcome["elapsedMs"] = (ended - start) * 1000
    outcome["reusable"] = True
    kernel.current = kernel.nobody
    return dumps(outcome)


def _wait_for_threads():
    """Waits for all threads but daemons, as `Py_FinalizeEx` does: what a Ctrl+C raises meanwhile is told, and the end goes on without them."""
    try:
        threading._shutdown()
    except BaseException as error:
        if kernel.current.doomed is not None:
            raise
        lifetimes.ignored(report.clean(error), "Exception ignored on threading shutdown")


def _begin(send_events):
    """What differs from one run to the next; all else is as it was when Python had started."""
    global _over
    _over = False
    me = kernel.main
    kernel.busy = True
    kernel.current = me
    me.since = kernel.last_switch = kernel.last_macro = kernel.clock()
    trace.send = send_events
    random.seed()


def _outcome_of(error, filename):
    """What is made of an exception, also where the program has taken away what that needs."""
    try:
        return report.outcome_of(error, filename)
    except _Anything:
        _mend()
        return report.outcome_of(error, filename)


def _mend_names():
    """Gives the rest of the program the built-in names back that it has deleted."""
    (_, whole), *_ = _kept
    for name in whole:
        if name not in _builtins:
            _builtins[name] = whole[name]


def _mend():
    """Gives the kernel back what it cannot work without. Nothing of the program runs afterwards."""
    for names, whole in _kept:
        names.update(whole)
    _sys["modules"] = _modules
    _modules.update(_library)


def _end_lanes(me: "Strand", outcome: "dict[str, Any]") -> None:
    """Busy. Daemon threads do not go on, and the program's own lane ends after theirs."""
    for strand in list(kernel.strands.values()):
        if strand is not me:
            strand.doomed = kernel.Killed
            lifetimes.close_lane(strand)
    me.doomed = None
    lifetimes.close_lane(me, outcome.get("reason"))


def end_at_once(status: int) -> None:
    """Every thread ends without a word when it is about to take its next step; the running one, too."""
    global _exit_at_once
    if _over:
        return
    console.flush()
    if system.slot != 0:
        # The others are to see nothing of how this one unwinds.
        system.tell("end", system.slot, system.pid, status)
        system.leave()
    was_busy, kernel.busy = kernel.busy, True
    _exit_at_once = status
    kernel.doom_all(kernel.Killed)
    kernel.busy = was_busy


def interrupt() -> None:
    """Stops the program: every thread raises KeyboardInterrupt, the running one at once. Called by the signal handler or by the page."""
    global _interrupted
    if _over:
        return
    kernel.stop_wanted = False
    _interrupted = True
    was_busy, kernel.busy = kernel.busy, True
    error: type[BaseException] = KeyboardInterrupt
    if system.slot != 0:
        # A process that is ended does nothing more that others could see.
        error = kernel.Killed
        system.leave()
    kernel.doom_all(error)
    kernel.busy = was_busy


def on_stop_signal(signum, frame):
    """The soft interrupt."""
    if not kernel.host.isStopping():
        return
    if kernel.busy or kernel.current is kernel.nobody:
        kernel.stop_wanted = True
        return
    interrupt()
    if not _over and not kernel.host.isInKernel():
        raise kernel.current.doomed  # pyright: ignore[reportGeneralTypeIssues]
