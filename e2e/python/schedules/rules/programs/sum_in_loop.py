"""A loop adds up two items; it jumps back between them."""
import threading

counts = [5, 5]
seen = 0


def transfer():
    counts[0] -= 1
    counts[1] += 1


def add_up():
    global seen
    total = 0
    for index in (0, 1):
        total += counts[index]
    seen = total


first = threading.Thread(target=transfer)
second = threading.Thread(target=add_up)
first.start()
second.start()
first.join()
second.join()
print(seen)
