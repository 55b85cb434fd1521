"""A semaphore with two permits is no lock: two threads
may be inside, and without a GIL one update may be lost.

With `Semaphore(1)` no schedule fails, GIL or no GIL.
"""

import threading

counter = 0
permits = threading.Semaphore(2)


def add():
    global counter
    with permits:
        value = counter
        counter = value + 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
