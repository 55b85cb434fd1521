"""Two threads count: each reads, adds one, writes back.

If one reads before the other wrote, an update is lost.
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
