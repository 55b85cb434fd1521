"""A list is copied in one step; the transfer takes two."""
import threading

counts = [5, 5]
seen = []


def transfer():
    counts[0] -= 1
    counts[1] += 1


def copy():
    global seen
    seen = counts.copy()


first = threading.Thread(target=transfer)
second = threading.Thread(target=copy)
first.start()
second.start()
first.join()
second.join()
print(*seen)
