"""Two writes, two reads: all four pairs can be seen."""
import threading

x = y = 0
seen = None


def write():
    global x, y
    x = 1
    y = 1


def read():
    global seen
    first = x
    second = y
    seen = first, second


first = threading.Thread(target=write)
second = threading.Thread(target=read)
first.start()
second.start()
first.join()
second.join()
print(*seen)
