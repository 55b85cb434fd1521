"""Runs programs on the kernel as the page would: reads orders from stdin, a line of JSON each, and writes what became of each program to stdout.

It is a process of its own, since the kernel takes the place of parts of `_thread`, `time`, `os` and others before `threading` is imported. Each program runs in a fork of it: so every
one finds Python as it was when it had started, as it does in the page, which puts the interpreter's memory back.
"""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import json
import posix
import sys
import time
import types
from importlib.machinery import ModuleSpec
from os import path
from time import perf_counter as real_clock
from time import sleep as real_sleep

SOURCES = path.dirname(path.dirname(path.abspath(__file__)))
OLDEST = (3, 13)
"""`threading` stands on handles of threads, which the kernel gives it, since 3.13."""


LONGEST_S = 60
"""Only a program that hangs takes as long, on however busy a machine."""
real = types.SimpleNamespace(**vars(posix))
"""The operating system, whatever the kernel makes of `os`."""


def make_package():
    """Makes src/python the package `timeslice`, as the archive has it; and a stand-in for what only Pyodide, or only a newer Python, has."""
    package = types.ModuleType("timeslice")
    package.__path__ = [SOURCES]
    package.__spec__ = ModuleSpec("timeslice", None, is_package=True)
    sys.modules["timeslice"] = package
    pyodide, ffi = types.ModuleType("pyodide"), types.ModuleType("pyodide.ffi")
    pyodide.ffi = ffi
    ffi.to_js = ffi.create_proxy = lambda thing: thing
    sys.modules["pyodide"], sys.modules["pyodide.ffi"] = pyodide, ffi
    sys.modules.setdefault("_remote_debugging", types.ModuleType("_remote_debugging"))


def name_as_in_the_page():
    """Gives what Python 3.14 has renamed its new names."""
    import concurrent.futures
    from asyncio import events

    events._BaseDefaultEventLoopPolicy = events.BaseDefaultEventLoopPolicy
    events._set_event_loop_policy = events.set_event_loop_policy
    concurrent.futures.__all__ = list(concurrent.futures.__all__)


class Pipes:
    """The page's side of `os.pipe`, of which there are none here."""

    changes = 0

    def isPipe(self, fd):
        return False

    blocks = isPipe


class Link:
    """The page's side of processes, of which there are none here."""

    cores = 2


def start():
    """What workers/python.worker.ts does when it boots. Returns the module that runs programs, and the host."""
    # First of all, while `_thread` is still the real one.
    from timeslice.tests import contracts
    from timeslice.tests.fakehost import Clock, FakeHost

    clock = time.perf_counter = time.monotonic = time.time = Clock()
    from timeslice.kernel import naming

    naming.LIBRARY = path.dirname(json.__path__[0])
    from timeslice.threads import install

    install.install()
    if sys.version_info < (3, 14):
        name_as_in_the_page()
    from timeslice.kernel import kernel, lifetimes, system
    from timeslice.pipes import parking
    from timeslice.program import boot, confine, program

    system.connect(Link())
    parking.connect(Pipes())
    host = FakeHost(clock, kernel, lifetimes.enter)
    confine.hide_bridge = lambda: None
    sys.modules["pyodide.ffi"].run_sync = host.run_sync
    boot.load()
    # No signal brings ticks: Python hands its own to the first thread only.
    boot.connect(host, True, False, "")
    contracts.check_functions(kernel)
    return program, host


def answer_to(order, program, host):
    """Runs one program. Returns what became of it, as `Ran` in running.py has it."""
    events, pieces = [], []
    host.begin(order["filename"], order["lines"])
    if order["stopAfter"] is not None:
        host.call_at(time.perf_counter() + order["stopAfter"], program.interrupt)
    outcome = program.run_program(
        source=order["source"],
        filename=order["filename"],
        interval_ms=order["intervalMs"],
        send_events=lambda text: events.extend(json.loads(text)),
        send_pieces=lambda text: pieces.extend(json.loads(text)),
    )
    return {"outcome": json.loads(outcome), "events": events, "pieces": pieces}


def write(answer):
    """Writes one line to stdout, below all that the kernel has replaced."""
    line = f"{json.dumps(answer)}\n".encode()
    while line:
        line = line[real.write(1, line) :]


def main():
    make_package()
    program, host = start()
    for order in map(json.loads, sys.stdin):
        child = real.fork()
        if child == 0:
            write(answer_to(order, program, host))
            # Threads that a program has left are suspended for ever.
            real._exit(0)
        give_up_at = real_clock() + LONGEST_S
        while (ended := real.waitpid(child, real.WNOHANG)) == (0, 0):
            if real_clock() > give_up_at:
                real.kill(child, 9)
            real_sleep(0.002)
        if ended[1] != 0:
            write({"failed": f"The kernel ended with {ended[1]}."})


if __name__ == "__main__":
    main()
