"""One is always in the list, except between the two writings of a swap."""
import threading

items = [1, 2]
seen = None


def swap():
    items[0], items[1] = items[1], items[0]


def look():
    global seen
    seen = 1 in items


first = threading.Thread(target=swap)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
