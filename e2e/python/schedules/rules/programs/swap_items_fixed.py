"""The lock covers both readings and both writings."""
import threading

items = [1, 2]
lock = threading.Lock()


def swap():
    with lock:
        items[0], items[1] = items[1], items[0]


first = threading.Thread(target=swap)
second = threading.Thread(target=swap)
first.start()
second.start()
first.join()
second.join()
print(*items)
