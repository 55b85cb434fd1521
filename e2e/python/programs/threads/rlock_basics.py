"""An RLock may be taken again by its holder, and released only by it."""

import threading

lock = threading.RLock()
tried = []
with lock, lock:
    print(lock.acquire(), "count=3" in repr(lock))
    other = threading.Thread(target=lambda: tried.append(lock.acquire(blocking=False)))
    other.start()
    other.join()
    lock.release()
print(tried)


def release_foreign():
    try:
        lock.release()
    except RuntimeError as error:
        print("RuntimeError:", error)


with lock:
    other = threading.Thread(target=release_foreign)
    other.start()
    other.join()
release_foreign()


def factorial(n):
    with lock:
        return 1 if n == 0 else n * factorial(n - 1)


print(factorial(50) % 1_000_003)
