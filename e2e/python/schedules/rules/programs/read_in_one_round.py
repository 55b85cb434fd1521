"""A loop reads in its first round and writes in its second."""
import threading

counter = 0


def add():
    global counter
    value = None
    for _ in (1, 2):
        if value is None:
            value = counter
        else:
            counter = value + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
