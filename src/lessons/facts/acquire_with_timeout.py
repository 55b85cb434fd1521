"""acquire(timeout=…) returns False when the time is over, and does not raise."""

import threading

lock = threading.Lock()
lock.acquire()
print("holds" if lock.acquire(timeout=0.05) is False else "acquired")
