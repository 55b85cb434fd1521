"""Looking and beginning to wait are one thing under the lock; writing need not be."""
import threading

condition = threading.Condition()
ready = False


def wait():
    with condition:
        condition.wait_for(lambda: ready)


def wake():
    global ready
    ready = True
    with condition:
        condition.notify()


first = threading.Thread(target=wait)
second = threading.Thread(target=wake)
first.start()
second.start()
first.join()
second.join()
print("awake")
