"""The lock makes reading, adding and writing one piece:
no schedule loses an update.

Try them all, then take the `with` away and try again.
"""

import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    with lock:
        value = counter
        value = value + 1
        counter = value


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
