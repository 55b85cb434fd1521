"""A Lock: acquire, try, time out, release from elsewhere, release twice."""

import threading
import time

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(blocking=False))
start = time.perf_counter()
print(lock.acquire(timeout=0.1), f"{time.perf_counter() - start:.1f}")
other = threading.Thread(target=lock.release)
other.start()
other.join()
print(lock.locked())
for wrong in (lambda: lock.release(), lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2)):
    try:
        wrong()
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__)
with lock as entered:
    print(entered, lock.locked())
print(lock.locked(), "unlocked" in repr(lock))
