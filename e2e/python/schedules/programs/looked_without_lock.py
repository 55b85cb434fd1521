"""It was not ready when the lock was not held yet."""
import threading

condition = threading.Condition()
ready = False


def wait():
    if not ready:
        with condition:
            condition.wait()


def wake():
    global ready
    with condition:
        ready = True
        condition.notify()


first = threading.Thread(target=wait)
second = threading.Thread(target=wake)
first.start()
second.start()
first.join()
second.join()
print("awake")
