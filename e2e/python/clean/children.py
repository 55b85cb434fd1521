"""Runs programs one after another, each in a process of its own: the first in `PROGRAMS` changes something, the next looks. Each child may well get the interpreter of the one before it."""

import linecache
import multiprocessing
import sys
import types

PROGRAMS = []


def run(source):
    """As `python program.py` would, in this process."""
    sys.argv = ["program.py"]
    sys.modules["__main__"] = main = types.ModuleType("__main__")
    linecache.cache["program.py"] = (len(source), None, source.splitlines(True), "program.py")
    exec(compile(source, "program.py", "exec"), vars(main))


if __name__ == "__main__":
    child = None
    for source in PROGRAMS:
        print("=== a child", flush=True)
        child = multiprocessing.Process(target=run, args=(source,))
        child.start()
        child.join()
    sys.exit(child.exitcode)
