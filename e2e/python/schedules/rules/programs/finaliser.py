"""The old object's `__del__` is a Python function: it is entered when nothing refers to the object any more."""
import threading


class File:
    def __del__(self):
        pass


file = File()
closed = False
seen = None


def close():
    global file, closed
    file = None
    closed = True


def look():
    global seen
    seen = file is None, closed


first = threading.Thread(target=close)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(*seen)
