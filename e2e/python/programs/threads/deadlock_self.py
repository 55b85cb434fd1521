"""A plain Lock taken twice by one thread: it waits for itself."""

import threading

lock = threading.Lock()
lock.acquire()
print("once", flush=True)
lock.acquire()
print("never")
