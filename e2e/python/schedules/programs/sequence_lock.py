"""The version did not change while reading, but the writer was in the midst of it."""
import threading

version = x = y = 0
seen = "try again"


def write():
    global version, x, y
    version += 1
    x = 1
    y = 1
    version += 1


def read():
    global seen
    before = version
    pair = [x]
    pair.append(y)
    if before == version:
        seen = pair


first = threading.Thread(target=write)
second = threading.Thread(target=read)
first.start()
second.start()
first.join()
second.join()
print(seen)
