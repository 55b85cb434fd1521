"""One write of a pair, one read of it."""
import threading

pair = 0, 0
seen = None


def write():
    global pair
    pair = 1, 1


def read():
    global seen
    seen = pair


first = threading.Thread(target=write)
second = threading.Thread(target=read)
first.start()
second.start()
first.join()
second.join()
print(*seen)
