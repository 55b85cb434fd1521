"""`sum` walks through the list in C."""
import threading

counts = [5, 5]
seen = 0


def transfer():
    counts[0] -= 1
    counts[1] += 1


def add_up():
    global seen
    seen = sum(counts)


first = threading.Thread(target=transfer)
second = threading.Thread(target=add_up)
first.start()
second.start()
first.join()
second.join()
print(seen)
