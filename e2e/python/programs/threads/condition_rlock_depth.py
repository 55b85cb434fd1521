"""A wait on a Condition lets go of an RLock entirely, and takes it back as deep as it was."""

import threading

lock = threading.RLock()
condition = threading.Condition(lock)
log = []


def waiter():
    with lock, lock, condition:
        ready.set()
        log.append(condition.wait(timeout=5))
        lock.release()
        log.append("still mine")
        lock.acquire()


ready = threading.Event()
thread = threading.Thread(target=waiter)
thread.start()
ready.wait()
with condition:
    condition.notify()
    log.append("notified")
thread.join()
print(log)
print(lock.acquire(blocking=False))
