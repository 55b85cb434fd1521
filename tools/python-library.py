"""Makes the ZIP files of Python code that the page loads. Run by the page's own Python, in Node; see python-library.ts.

The standard library comes from Pyodide as source, and compiling some 200 of its modules at every start takes most of that time. So
those that programs need at once are put in compiled as well; the sources stay, for tracebacks.
"""

import dis
import sys
from importlib._bootstrap_external import _code_to_hash_pyc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LIBRARY = "/lib/python314.zip"
BRIDGE = ("pyodide/", "_pyodide/")
"""Python's way to JavaScript: needed at the start, and then taken away."""
SAME_DATE = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive, so that equal sources make equal bytes."""

OFTEN_IMPORTED = """
    asyncio, calendar, collections.abc, concurrent.futures.process, concurrent.futures.thread, contextlib, contextvars, copy, csv,
    dataclasses, datetime, decimal, dis, enum, fractions, functools, graphlib, hashlib, heapq, inspect, itertools, json, logging, math,
    multiprocessing.pool, multiprocessing.queues, multiprocessing.sharedctypes, multiprocessing.spawn,
    multiprocessing.synchronize, operator, os, pathlib, pickle, pprint, queue, random, re, sched,
    secrets, shutil, signal, statistics, string, struct, subprocess, tempfile, textwrap, threading, time, timeit, traceback, types, typing,
    urllib.request, urllib.robotparser, uuid, warnings, weakref, zlib
"""


def stand_in_for_semaphores():
    """Pyodide has no `_multiprocessing`; the page has its own (src/python/processes/semaphores.py), so that what needs it is often loaded."""
    module = sys.modules["_multiprocessing"] = type(sys)("_multiprocessing")
    module.SemLock = type("SemLock", (), {"SEM_VALUE_MAX": 1})
    module.sem_unlink = None


def often_loaded():
    """The standard library's files that these need, and those that Python itself has loaded by now."""
    stand_in_for_semaphores()
    for name in OFTEN_IMPORTED.replace("\n", " ").split(","):
        try:
            __import__(name.strip())
        except ImportError:
            # Some of it a browser has not; programs get the reason when they ask for it.
            continue
    files = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    return {file.removeprefix(f"{LIBRARY}/") for file in files if file is not None and file.startswith(LIBRARY)}


def add(archive, name, data):
    """Adds a file, as small as it will go."""
    info = ZipInfo(name, SAME_DATE)
    info.compress_type = ZIP_DEFLATED
    archive.writestr(info, data, compresslevel=9)


KERNEL = "timeslice/"
SEEN = KERNEL + "scheduled/"
"""The package that looks at frames of its own."""
RESUME, NOP, SUPER = (dis.opmap[name] for name in ("RESUME", "NOP", "LOAD_SUPER_ATTR"))
CO_OPTIMIZED, CO_NO_MONITORING_EVENTS = 0x1, 0x2000000
SUSPENDABLE = 0x20 | 0x80 | 0x200
"""Generators, coroutines and asynchronous generators."""
TWO_ARGUMENTS = 2


def hidden(code):
    """Give that code with functions that no program sees: neither in tracebacks and stacks, nor by trace functions, profilers and monitoring.

    CPython takes a frame that has not come to its `RESUME` for one that is still being made, and passes it over wherever frames are looked at.
    In CPython, what these functions stand for is C, which has no frames either.
    """
    code = code.replace(
        co_consts=tuple(hidden(const) if isinstance(const, type(code)) else const for const in code.co_consts)
    )
    if not code.co_flags & CO_OPTIMIZED or code.co_flags & SUSPENDABLE:
        return code
    instructions = bytearray(code.co_code)
    for at in range(0, len(instructions), 2):
        if instructions[at] == SUPER and not instructions[at + 1] & TWO_ARGUMENTS:
            # super() without arguments looks in its frame.
            return code
        if instructions[at] == RESUME:
            instructions[at], instructions[at + 1] = NOP, 0
    return code.replace(co_code=bytes(instructions), co_flags=code.co_flags | CO_NO_MONITORING_EVENTS)


def add_module(archive, root, name, source):
    """Adds a module's source, and what it compiles to; nobody will check one against the other."""
    code = compile(source, f"{root}/{name}", "exec", dont_inherit=True)
    if name.startswith(KERNEL) and not name.startswith(SEEN):
        code = hidden(code)
    add(archive, name, source)
    add(archive, f"{name}c", bytes(_code_to_hash_pyc(code, bytes(8), False)))


def make_library():
    """Pyodide's standard library, with the modules compiled that are often loaded, and without the packages that reach into JavaScript."""
    compiled = often_loaded()
    made = BytesIO()
    with ZipFile(LIBRARY) as given, ZipFile(made, "w") as archive:
        for info in given.infolist():
            if info.is_dir() or info.filename.startswith(BRIDGE):
                continue
            if info.filename in compiled:
                add_module(archive, LIBRARY, info.filename, given.read(info))
            else:
                add(archive, info.filename, given.read(info))
    return made.getvalue()


def make_bridge(root):
    """Those packages, to be read at the path `root`."""
    with ZipFile(LIBRARY) as given:
        return make_archive(
            root,
            {name: given.read(name) for name in given.namelist() if name.startswith(BRIDGE) and name.endswith(".py")},
        )


def make_archive(root, sources):
    """`sources` by name, all compiled, to be read at the path `root`."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, source in sorted(sources.items()):
            add_module(archive, root, name, source)
    return made.getvalue()
