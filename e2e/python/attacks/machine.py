"""Goes below Python: to the functions of the C runtime that would run JavaScript, and to its file systems."""

import os

got = []
for folder in ("/mnt", "/idb", "/home"):
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        if name not in ("pyodide", "web_user"):
            got.append(f"{folder}/{name}")
print("got", got, flush=True)
import ctypes

# What the refusal throws is no Python exception: it ends the interpreter.
ctypes.CDLL(None).emscripten_run_script(b"self.postMessage('harm')")
print("got to here")
