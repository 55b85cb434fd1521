"""No other lock is held while waiting."""
import threading

condition = threading.Condition()
ready = False


def consume():
    with condition:
        while not ready:
            condition.wait()


def produce():
    global ready
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
