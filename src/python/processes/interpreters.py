"""`concurrent.futures.InterpreterPoolExecutor`: each of its interpreters is what a process is here, a worker with a Python of its own.

Pyodide leaves out several interpreters in one process. What a program sees of them is as in CPython: a GIL and modules each, and nothing
in common but what is pickled. Only `os.getpid()` tells that they are apart.
"""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.context import SpawnContext, SpawnProcess


class Interpreter(SpawnProcess):
    """One of them; its lane has the name of this class."""


class _Interpreters(SpawnContext):
    Process = Interpreter


class InterpreterPoolExecutor(ProcessPoolExecutor):
    """As many interpreters as `ThreadPoolExecutor` has threads (Lib/concurrent/futures/thread.py)."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, os.process_cpu_count() + 4)
        super(InterpreterPoolExecutor, self).__init__(max_workers, _Interpreters(), initializer, initargs)


InterpreterPoolExecutor.__module__ = "concurrent.futures.interpreter"
