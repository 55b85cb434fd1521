"""Takes the ways to JavaScript away from programs: Pyodide's own modules are, as on any other CPython, not to be had.

The kernel and Pyodide's C code keep what they need of them. A program that digs the objects out of memory finds little use for them: the page's
side has taken all power from its global scope (workers/python/confine.ts). This here is for honesty, that one is for safety.
"""

# pyright: reportAttributeAccessIssue=false
# Names that are private to the standard library are unknown to the type checker.

import os
import sys
import zipimport

BRIDGE = "/lib/bridge.zip"
"""Holds those modules. src/workers/python/interpreter.ts puts it there."""
HIDDEN = frozenset({"js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core"})


def _is_hidden(name):
    return name.partition(".")[0] in HIDDEN


class Hider:
    """A finder before all others, for `_pyodide_core`, which is built in."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if _is_hidden(name):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def hide_bridge() -> None:
    """Called once, after everything that the kernel needs of Pyodide has been imported."""
    for name in filter(_is_hidden, list(sys.modules)):
        del sys.modules[name]
    sys.meta_path[:] = [
        finder
        for finder in sys.meta_path
        if not _is_hidden(getattr(finder, "__module__", None) or type(finder).__module__)
    ]
    sys.meta_path.insert(0, Hider)
    sys.path.remove(BRIDGE)
    sys.path_importer_cache.pop(BRIDGE, None)
    zipimport._zip_directory_cache.pop(BRIDGE, None)
    os.unlink(BRIDGE)
    os.environ.pop("PYTHONPATH", None)
