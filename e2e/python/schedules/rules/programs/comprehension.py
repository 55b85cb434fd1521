"""A comprehension is a loop: it jumps back after each item."""
import threading

counts = [5, 5]
seen = []


def transfer():
    counts[0] -= 1
    counts[1] += 1


def copy():
    global seen
    seen = [count for count in counts]


first = threading.Thread(target=transfer)
second = threading.Thread(target=copy)
first.start()
second.start()
first.join()
second.join()
print(*seen)
