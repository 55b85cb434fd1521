"""A BoundedSemaphore complains of one release too many; a plain one does not."""

import threading

plain = threading.Semaphore(1)
plain.release(2)
print([plain.acquire(blocking=False) for _ in range(4)])
bounded = threading.BoundedSemaphore(2)
bounded.acquire()
bounded.release()
for wrong in (bounded.release, lambda: threading.Semaphore(-1), lambda: plain.release(0)):
    try:
        wrong()
    except ValueError as error:
        print("ValueError:", error)
released = threading.Semaphore(0)
threads = [threading.Thread(target=released.acquire) for _ in range(3)]
for thread in threads:
    thread.start()
released.release(3)
for thread in threads:
    thread.join()
print(released.acquire(blocking=False))
