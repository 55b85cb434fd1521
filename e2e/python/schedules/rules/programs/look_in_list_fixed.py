"""The lock covers swapping and looking."""
import threading

items = [1, 2]
seen = None
lock = threading.Lock()


def swap():
    with lock:
        items[0], items[1] = items[1], items[0]


def look():
    global seen
    with lock:
        seen = 1 in items


first = threading.Thread(target=swap)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
