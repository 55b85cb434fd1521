"""Runs one program from its text to its outcome, and leaves nothing of it to the next."""

import _thread
import atexit
import json
import linecache
import os
import sys
import traceback
import types

from . import console, forget, kernel, lanes, locks, naming, openers, processes, report, system, trace, watch

REAP_S = 0.15
"""So long the threads that are left over may take to unwind."""

_interrupted = False
_over = True
"""Whether no program runs, or only what is left of one: then there is nothing to stop."""
_exit_at_once = None
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


def prepare():
    """Called once, when Python has started: loads what programs use most, and remembers how everything is."""
    import asyncio
    import concurrent.futures.thread
    import queue
    import threading

    from . import eventloop, install

    # Pyodide wraps these two; the lessons want the standard library's own.
    run = getattr(asyncio.run, "__wrapped__", asyncio.run)
    import time

    time.sleep = install.sleep
    # The pure-Python one stands where the C one would, and goes by its name; Pyodide has put a hook of its own, too.
    queue.SimpleQueue.__name__ = queue.SimpleQueue.__qualname__ = "SimpleQueue"
    queue.SimpleQueue.__module__ = "_queue"
    sys.excepthook = sys.__excepthook__
    eventloop.install(run)
    os._exit = exit_at_once
    _excepthook.__module__ = "_thread"
    _thread._excepthook = threading.excepthook = threading.__excepthook__ = _excepthook
    threading._excepthook = _excepthook
    openers.install()
    processes.install()
    kernel.stop = interrupt
    kernel.on_idle.append(console.flush)
    forget.remember()


def run_program(*order):
    """Runs a program in a fresh `__main__`; returns its outcome as JSON. Called by the page on a stack of its own."""
    return _guarded(*order)


def run_process(task, slot, parent_slot, pid, parent_pid, name, *order):
    """The same for a process that the program has started; `task` says, pickled, what it is to do."""
    return _guarded(*order, processes.Child(task.to_bytes(), slot, parent_slot, pid, parent_pid, name))


def _guarded(*order):
    try:
        return _run(*order)
    except BaseException as error:
        # A fault of the kernel's own: said as it is, and the interpreter is given up.
        kernel.current = kernel.nobody
        forget.mend()
        text = "".join(traceback.format_exception(error))
        return json.dumps({"status": "failed", "reason": f"The page's own Python failed: {error!r}", "traceback": text, "line": None, "elapsedMs": 0, "reusable": False})


def _run(source, filename, interval_ms, send_events, send_pieces, child=None):
    global _over
    kernel.host.guard()
    _reset_kernel(send_events)
    if child is not None:
        child.begin()
    console.begin(send_pieces)
    sys.setswitchinterval(interval_ms / 1000)
    main = types.ModuleType("__main__")
    main.__builtins__ = __builtins__
    sys.modules["__main__"] = main
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
    outcome = {"status": "finished", "exitCode": 0}
    import threading

    try:
        code = compile(source, filename, "exec", dont_inherit=True)
        kernel.busy = False
        if child is None:
            exec(code, vars(main))
        else:
            child.run(source, filename)
    except BaseException as error:
        forget.mend()
        outcome = report.outcome_of(error, filename)
    forget.mend()
    try:
        # The others finish, whatever became of the main thread.
        if me.doomed is None:
            kernel.busy = False
            threading._shutdown()
            atexit._run_exitfuncs()
    except BaseException as error:
        forget.mend()
        if me.doomed is None:
            outcome = report.outcome_of(error, filename)
    kernel.busy = True
    _over = True
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
    clean_end = _reap()
    watch.end()
    ended = kernel.clock()
    kernel.busy = True
    lanes.end_all()
    kernel.close_lane(me, outcome.get("reason"))
    console.flush()
    trace.flush()
    outcome["elapsedMs"] = (ended - start) * 1000
    outcome["reusable"] = clean_end and forget.restore()
    kernel.current = kernel.nobody
    return json.dumps(outcome)


def exit_at_once(status):
    """`os._exit`: ends every thread without a word."""
    global _exit_at_once
    console.flush()
    if system.slot != 0:
        # The others are to see nothing of how this one unwinds.
        system.tell("end", system.slot, int(status))
        system.leave()
    kernel.busy = True
    _exit_at_once = int(status)
    kernel.doom_all(kernel.Killed, but=kernel.current)
    kernel.current.doomed = kernel.Killed
    kernel.raise_doom(kernel.current)


def interrupt():
    """Stops the program: every thread raises KeyboardInterrupt, the running one at once. Called by the signal handler or by the page."""
    global _interrupted
    if _over:
        return
    kernel.stop_wanted = False
    _interrupted = True
    was_busy, kernel.busy = kernel.busy, True
    running = kernel.chosen if kernel.current is kernel.nobody else kernel.current
    error = KeyboardInterrupt
    if system.slot != 0:
        # A process that is ended does nothing more that others could see.
        error = kernel.Killed
        system.leave()
    kernel.doom_all(error, but=running)
    if running is not None:
        running.doomed = error
    kernel.busy = was_busy


def on_stop_signal(signum, frame):
    """The soft interrupt."""
    if not kernel.host.isStopping():
        return
    if kernel.busy or kernel.current is kernel.nobody:
        kernel.stop_wanted = True
        return
    interrupt()
    if not _over and not report.is_ours(frame.f_code.co_filename):
        raise kernel.current.doomed


def _reap():
    """Busy. Ends all threads that are left; False when one will not end."""
    me = kernel.main
    kernel.doom_all(kernel.Killed, but=me)
    me.doomed = None
    give_up = kernel.clock() + REAP_S
    if len(kernel.strands) > 1:
        trace.record(kernel.clock(), me.lane, "block", "the end of the other threads")
    while len(kernel.strands) > 1 and kernel.clock() < give_up:
        kernel.doom_all(kernel.Killed, but=me)
        kernel.wait(kernel.clock() + 0.002)
    return len(kernel.strands) == 1


def _reset_kernel(send_events):
    global _interrupted, _exit_at_once, _over
    _interrupted = _over = False
    _exit_at_once = None
    me = kernel.main
    kernel.busy = True
    kernel.current = me
    kernel.chosen = None
    kernel.ready.clear()
    kernel.timers.clear()
    kernel._arrivals.clear()
    kernel.strands.clear()
    kernel.strands[me.id] = me
    kernel._last_id = 0
    me.name = "MainThread"
    me.parked = False
    me.noted.clear()
    me.doomed = me.failure = None
    me.blocked_on = me.waiting_for = None
    me.ran_s = 0.0
    me.since = kernel.last_switch = kernel.last_macro = kernel.clock()
    kernel.idle_s = 0.0
    kernel.outside = 0
    kernel.deadlock_words = None
    kernel.stop_wanted = False
    openers.forget()
    locks.forget()
    naming.forget()
    me.lane = me.home
    trace.send = send_events
    trace.clear()
