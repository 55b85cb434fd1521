"""Two people book the last seat: both look before either
has taken it.

What was true when they looked need not be true any more
when they act. (CPython with a GIL does not switch between
these lines since 3.10. A call between them is enough.)
"""

import threading

seats = 1


def book(name):
    global seats
    if seats > 0:
        seats = seats - 1
        print(name, "has a seat")


threads = [threading.Thread(target=book, args=(name,)) for name in ("Ada", "Bob")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("seats left:", seats)
