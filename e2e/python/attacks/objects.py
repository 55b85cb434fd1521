"""Digs JavaScript objects out of memory, follows everything that they lead to, and tries to make power of it."""

import gc
from collections import deque

POWERS = {"indexedDB", "caches", "cookieStore", "localStorage", "sessionStorage", "fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource",
          "BroadcastChannel", "Worker", "SharedWorker", "importScripts", "serviceWorker", "locks", "storage", "document", "window", "sendBeacon", "RTCPeerConnection"}
roots = []
for thing in gc.get_objects():
    if type(thing).__name__.startswith("Js") and hasattr(thing, "js_id"):
        roots.append(thing)
    for namespace in ([vars(thing)] if type(thing).__name__ == "module" else []):
        roots += [value for value in namespace.values() if hasattr(value, "js_id")]
got = []
seen = {}
queue = deque(roots)
while queue and len(seen) < 600:
    thing = queue.popleft()
    if thing.js_id in seen:
        continue
    seen[thing.js_id] = thing
    for name in {*dir(thing), "constructor", "__proto__", "prototype"}:
        if name in POWERS:
            try:
                value = getattr(thing, name)
            except Exception:
                continue
            # What the browser itself made; our own `fetch` asks the page, which asks the reader.
            if hasattr(value, "js_id") and ("[native code]" in str(value) or not callable(value)):
                got.append(f"{name} of {str(thing)[:40]!r}")
        if name.startswith("__") and name != "__proto__":
            continue
        try:
            value = getattr(thing, name)
        except Exception:
            continue
        if hasattr(value, "js_id"):
            queue.append(value)


refused = 0


def run_text(name, call):
    global refused
    try:
        call()
    except Exception as error:
        refused += "not run as code" in str(error)
    else:
        got.append(f"code by {name}")


for thing in list(seen.values()):
    for name in ("eval", "setTimeout", "setInterval"):
        if hasattr(thing, name) and "timeslice" not in str(type(thing)) and "[native code]" in str(getattr(thing, name)):
            run_text(name, lambda: getattr(thing, name)("6 * 7", 0))
    for maker in filter(None, (getattr(thing, "Function", None), getattr(getattr(thing, "constructor", None), "constructor", None))):
        run_text("Function", lambda: maker("return 6 * 7")())
        run_text("new Function", lambda: maker.new("return 6 * 7")())
print("roots", bool(roots), "objects", len(seen) > 20, "refused", bool(refused))
print("got", got)
