"""The lock covers writing and reading."""
import threading


class File:
    def __del__(self):
        pass


file = File()
closed = False
seen = None
lock = threading.Lock()


def close():
    global file, closed
    with lock:
        file = None
        closed = True


def look():
    global seen
    with lock:
        seen = file is None, closed


first = threading.Thread(target=close)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(*seen)
