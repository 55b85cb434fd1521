"""A wait with a timeout ends, but not every time for the good reason."""
import threading

condition = threading.Condition()
woken = None


def wait():
    global woken
    with condition:
        woken = condition.wait(timeout=0.2)


def wake():
    with condition:
        condition.notify()


first = threading.Thread(target=wait)
second = threading.Thread(target=wake)
first.start()
second.start()
first.join()
second.join()
print(woken)
