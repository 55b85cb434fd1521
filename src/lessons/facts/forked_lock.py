"""A lock that another thread holds during a fork stays locked in the child. Since 3.12 Python warns of it."""

import os
import sys
import threading
import warnings

lock = threading.Lock()
held, done = threading.Event(), threading.Event()


def hold():
    with lock:
        held.set()
        done.wait()


if not hasattr(os, "fork"):
    print("holds")  # Windows has no fork
    sys.exit()
other = threading.Thread(target=hold)
other.start()
held.wait()
with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    child = os.fork()
if child == 0:
    os._exit(0 if lock.acquire(timeout=0.2) else 7)
_, status = os.waitpid(child, 0)
done.set()
other.join()
found = os.WEXITSTATUS(status), any(w.category is DeprecationWarning for w in warned)
expected = 7, sys.version_info >= (3, 12)
print("holds" if found == expected else found)
