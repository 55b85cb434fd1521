"""A thread that takes a Lock twice waits for itself. An RLock lets its owner in."""

import threading


def outer(lock):
    with lock:
        return inner(lock)


def inner(lock):
    # With a plain Lock this would wait for ever, so it gives up after 0.2 s.
    if not lock.acquire(timeout=0.2):
        return "waited for itself"
    try:
        return "was let in again"
    finally:
        lock.release()


for name, lock in (("Lock", threading.Lock()), ("RLock", threading.RLock())):
    print(f"{name}: {outer(lock)}")
