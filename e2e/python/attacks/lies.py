"""Writes what a page must not take for its own, and tells the page's listener things that are not so."""

import sys

markup = "<img src=x onerror=\"localStorage.harm = 1\"><script>localStorage.harm = 2</script>"
print(markup)
print(markup, file=sys.stderr)
import timeslice.kernel.kernel

host = timeslice.kernel.kernel.host
for name in ("onQuestion", "ask"):
    try:
        getattr(host, name)(-1, markup)
    except Exception:
        continue
print("got []")
raise RuntimeError(markup)
