"""Makes the ZIP files of Python code that the page loads. Run by the page's own Python, in Node; see python-library.ts.

The standard library comes from Pyodide as source, and compiling some 200 of its modules at every start takes most of that time. So
those that programs need at once are put in compiled as well; the sources stay, for tracebacks.
"""

import sys
from importlib._bootstrap_external import _code_to_hash_pyc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LIBRARY = "/lib/python314.zip"
BRIDGE = ("pyodide/", "_pyodide/")
"""Python's way to JavaScript: needed at the start, and then taken away."""
SAME_DATE = (1980, 1, 1, 0, 0, 0)
"""So that the same sources make the same bytes."""

OFTEN_IMPORTED = """
    asyncio, calendar, collections.abc, concurrent.futures.process, concurrent.futures.thread, contextlib, contextvars, copy, csv,
    dataclasses, datetime, decimal, dis, enum, fractions, functools, graphlib, hashlib, heapq, inspect, itertools, json, logging, math,
    multiprocessing.pool, multiprocessing.queues, multiprocessing.sharedctypes, multiprocessing.spawn,
    multiprocessing.synchronize, operator, os, pathlib, pickle, pprint, queue, random, re, sched,
    secrets, shutil, signal, statistics, string, struct, subprocess, tempfile, textwrap, threading, time, timeit, traceback, types, typing,
    urllib.request, urllib.robotparser, uuid, warnings, weakref, zlib
"""


def stand_in_for_semaphores():
    """Pyodide has no `_multiprocessing`; the page has its own (src/python/semaphores.py), so that what needs it is often loaded."""
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


def add_module(archive, root, name, source):
    """Adds a module's source, and what it compiles to; nobody will check one against the other."""
    code = compile(source, f"{root}/{name}", "exec", dont_inherit=True)
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
        return make_archive(root, {name: given.read(name) for name in given.namelist() if name.startswith(BRIDGE) and name.endswith(".py")})


def make_archive(root, sources):
    """`sources` by name, all compiled, to be read at the path `root`."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, source in sorted(sources.items()):
            add_module(archive, root, name, source)
    return made.getvalue()
