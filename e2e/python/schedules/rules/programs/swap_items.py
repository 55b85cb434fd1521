"""Two threads swap the same two items."""
import threading

items = [1, 2]


def swap():
    items[0], items[1] = items[1], items[0]


first = threading.Thread(target=swap)
second = threading.Thread(target=swap)
first.start()
second.start()
first.join()
second.join()
print(*items)
