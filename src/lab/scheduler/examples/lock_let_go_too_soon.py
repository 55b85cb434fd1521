"""A lock around the reading and a lock around the
writing, and nothing in between.

Each line is safe by itself, and the update is lost all
the same.
"""

import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    with lock:
        value = counter
    with lock:
        counter = value + 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
