"""The lock covers the call."""
import threading


class Reading:
    def __init__(self, value):
        self.value = value


counter = 0
lock = threading.Lock()


def add():
    global counter
    with lock:
        counter = Reading(counter).value + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
