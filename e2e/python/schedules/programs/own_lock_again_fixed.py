"""A re-entrant lock lets its owner in again."""
import threading

lock = threading.RLock()
entries = 0


def add():
    global entries
    with lock:
        entries += 1


def add_two():
    with lock:
        add()
        add()


first = threading.Thread(target=add_two)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(entries)
