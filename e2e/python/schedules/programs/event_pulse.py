"""An event that is cleared at once reaches only those who wait already."""
import threading

event = threading.Event()


def wait():
    event.wait()


def pulse():
    event.set()
    event.clear()


first = threading.Thread(target=wait)
second = threading.Thread(target=pulse)
first.start()
second.start()
first.join()
second.join()
print("went on")
