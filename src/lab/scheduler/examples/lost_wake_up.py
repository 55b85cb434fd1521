"""A notification that comes before any thread waits is
lost, and a thread that waits afterwards waits for ever.

A condition remembers nothing. Let the waiter look at a
variable first: `while not ready`.
"""

import threading

condition = threading.Condition()


def wait():
    with condition:
        condition.wait()
    print("woken")


def wake():
    with condition:
        condition.notify()


threads = [threading.Thread(target=wait), threading.Thread(target=wake)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
