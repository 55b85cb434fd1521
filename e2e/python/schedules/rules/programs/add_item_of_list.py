"""An item of a list is read, added to, and written back."""
import threading

counts = [0]


def add():
    counts[0] += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counts[0])
