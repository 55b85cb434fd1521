"""Two threads count, and a function says what comes next:
an update may be lost on every CPython.

The call lies between the read and the write, and at a call
CPython may go on with the other thread, GIL or no GIL.
"""

import threading

counter = 0


def one_more(number):
    return number + 1


def add():
    global counter
    value = one_more(counter)
    counter = value


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
