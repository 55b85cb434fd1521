"""Making an object whose `__init__` is Python enters a function."""
import threading


class Reading:
    def __init__(self, value):
        self.value = value


counter = 0


def add():
    global counter
    counter = Reading(counter).value + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
