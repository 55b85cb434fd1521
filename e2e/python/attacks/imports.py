"""Tries to import the ways to JavaScript, by all the roads that imports have."""

import builtins
import importlib
import importlib.util
import pkgutil
import sys

NAMES = ["js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "pyodide.ffi", "pyodide.http", "pyodide.code", "pyodide.webloop", "_pyodide._base"]
got = []


def attempt(road, name, load):
    try:
        module = load(name)
    except ImportError:
        return
    if module is not None:
        got.append(f"{name} by {road}")


def all_roads(when):
    for name in NAMES:
        attempt(f"import {when}", name, builtins.__import__)
        attempt(f"importlib {when}", name, importlib.import_module)
        attempt(f"sys.modules {when}", name, sys.modules.get)
        attempt(f"find_spec {when}", name, importlib.util.find_spec)
        attempt(f"pkgutil {when}", name, pkgutil.resolve_name)


all_roads("as it is")
for name in [name for name in sys.modules if "timeslice" in name or "zipimport" in name or "importlib.util" in name]:
    del sys.modules[name]
importlib.invalidate_caches()
sys.path_importer_cache.clear()
all_roads("afresh")
sys.path += ["/lib/bridge.zip", "/lib/python314.zip", "/lib/timeslice.zip", "/"]
all_roads("with more folders")
print("got", got)
