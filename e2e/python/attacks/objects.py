"""Digs JavaScript objects out of memory, follows everything that they lead to, and tries to make power of it."""

import gc
import time
from collections import deque

import timeslice.network.network

WAYS = ("constructor", "__proto__", "prototype", "call", "apply", "bind", "then", "channel", "port1", "stacks", "cells", "tell", "memory", "buffer", "self",
        "globalThis", "fetch", "postMessage", "addEventListener", "dispatchEvent", "setTimeout", "queueMicrotask", "eval", "Function", "_module", "FS", "wasmTable")
"""What leads from a JavaScript object to all others, or would be power."""
roots = []
for thing in gc.get_objects():
    roots += [value for value in (thing, *(vars(thing).values() if type(thing).__name__ == "module" else ())) if type(value).__name__.startswith("Js")]
got = []
seen = {}
calls = 0
queue = deque(roots)


def late(*arguments):
    got.append("a call of its own by JavaScript")
    while True:
        pass


def attempt(how, act):
    global calls
    calls += 1
    try:
        value = act()
    except Exception:
        return None
    if type(value).__name__.startswith("Js"):
        queue.append(value)
    return value


# What the kernel itself sends as bytes can be turned into more than that.
for make in (lambda: timeslice.network.network.to_js([1, 2]), lambda: timeslice.network.network.to_js({"a": 1}), lambda: timeslice.network.network.create_proxy(print)):
    attempt("make", make)
while queue and len(seen) < 2000:
    thing = queue.popleft()
    if not hasattr(thing, "js_id") or thing.js_id in seen:
        continue
    seen[thing.js_id] = thing
    for way in WAYS:
        found = attempt(way, lambda: getattr(thing, way))
        # These four are Python's own, and see to promises and functions.
        if found is not None and way not in ("then", "__proto__", "bind", "prototype"):
            got.append(f"{way} of {thing!r}")
    attempt("new", lambda: thing.new())
    attempt("then", lambda: thing.then(late))
    attempt("finally", lambda: thing.finally_(late))
    attempt("iterate", lambda: list(thing))
    attempt("convert", lambda: thing.to_py())
    for change in (lambda: setattr(thing, "then", late), lambda: setattr(thing, "wake", late), lambda: delattr(thing, "wake"), lambda: thing.append(late), lambda: thing.__setitem__(0, late)):
        attempt("change", change)
time.sleep(0.02)
print("roots", len(roots) > 5, "tried", calls > 100)
print("got", got)
