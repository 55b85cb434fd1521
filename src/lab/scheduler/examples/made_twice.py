"""What should be opened once is opened twice.

Both find `None` before either has opened anything. With
a GIL that has needed a call in between since 3.10; without
a GIL it needs nothing.
"""

import threading

connection = None
opened = 0


def connect():
    global connection, opened
    if connection is None:
        opened += 1
        connection = f"connection {opened}"
    return connection


threads = [threading.Thread(target=connect) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("opened", opened)
