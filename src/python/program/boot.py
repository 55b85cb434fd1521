"""Starting up: what does not differ between interpreters is done once, and kept in a snapshot that others start from; then the page is connected."""

import gc
import sys

from ..kernel import deadlock, imports, kernel, refusals, trace
from ..network import urllib_by_page
from ..processes import processes
from ..threads import faultdumps, install, signals, sqlite
from . import confine, program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..kernel.hosts import Host

RECURSION_LIMIT = 1000
"""CPython's own, for programs."""
LIMIT_TO_FIND = 1013
"""A limit that is easy to recognise in memory."""


def load() -> None:
    """Imports what programs use most, and changes of it what the kernel changes. Nothing of the page is known yet."""
    import asyncio  # noqa: F401
    import concurrent.futures.thread  # noqa: F401
    import logging  # noqa: F401
    import queue  # noqa: F401
    import random  # noqa: F401
    import threading  # noqa: F401

    urllib_by_page.install()
    processes.install()
    refusals.install()
    processes.load()


def version() -> str:
    """The version of this Python, like `3.14.2`."""
    return sys.version.partition(" ")[0]


def recursion_limit() -> int:
    """Sets the limit to one that can be found in memory, and returns it."""
    sys.setrecursionlimit(LIMIT_TO_FIND)
    return LIMIT_TO_FIND


def list_of_collector(name: str) -> int:
    """Where a list of the garbage collector's lies in memory, `garbage` or `callbacks`: its own state is beside them."""
    return id(getattr(gc, name))


def connect(host: "Host", threads: bool, ticks: bool, prelude: str) -> None:
    """Called once Python has started: from now on threads can park.

    `threads`: whether the browser can suspend WebAssembly; `ticks`: whether it can send signals. `prelude` is Python to be run before any program.
    """
    sys.setrecursionlimit(RECURSION_LIMIT)
    kernel.host = host
    if threads:
        import asyncio

        from pyodide.ffi import run_sync

        kernel.asyncio = asyncio
        kernel.run_sync = run_sync
    kernel.describe_deadlock = deadlock.in_words
    kernel.on_idle.append(trace.flush)
    set_real_handler = install.connect(threads, ticks)
    set_real_handler(signals.STOP, program.on_stop_signal)
    imports.after("sqlite3.dbapi2", sqlite.change)
    faultdumps.install()
    confine.hide_bridge()
    program.prepare(prelude)
