"""Two threads count: each reads, adds one, writes back.

If one reads before the other wrote, an update is lost. A
CPython with a GIL has not switched between these lines
since 3.10; one without a GIL loses updates here.
"""

import threading

counter = 0


def add():
    global counter
    value = counter
    value = value + 1
    counter = value


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
