"""Waiting lets go of the condition's lock, but not of the one around it."""
import threading

outer = threading.Lock()
condition = threading.Condition()
ready = False


def consume():
    with outer:
        with condition:
            while not ready:
                condition.wait()


def produce():
    global ready
    with outer:
        with condition:
            ready = True
            condition.notify()


first = threading.Thread(target=consume)
second = threading.Thread(target=produce)
first.start()
second.start()
first.join()
second.join()
print("done")
