"""What becomes of a lock that its own thread wants again, or never gives back."""

import threading


def take(lock):
    if not lock.acquire(timeout=0.2):
        return "not to be had"
    return "taken"


def die_with(lock):
    lock.acquire()  # without "with"
    raise RuntimeError("died with the lock")


def run(target, *args):
    thread = threading.Thread(target=target, args=args)
    thread.start()
    thread.join()


threading.excepthook = lambda failure: print("thread ended:", failure.exc_value)

lock, again = threading.Lock(), threading.RLock()
print("Lock, twice in one thread:", take(lock), "and then", take(lock))
print("RLock, twice in one thread:", take(again), "and then", take(again))
run(lock.release)
print("Lock, released by another thread:", take(lock))
run(again.release)

dead = threading.Lock()
run(die_with, dead)
print("Lock of a thread that is gone:", take(dead))
