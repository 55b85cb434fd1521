"""The waiter looks at a variable under the lock before it
waits: no wake-up is lost.

Compare it with lost_wake_up.py: a variable and a line more.
"""

import threading

condition = threading.Condition()
ready = False


def wait():
    with condition:
        while not ready:
            condition.wait()
    print("woken")


def wake():
    global ready
    with condition:
        ready = True
        condition.notify()


threads = [threading.Thread(target=wait), threading.Thread(target=wake)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
