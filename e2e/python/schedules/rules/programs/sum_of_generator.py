"""A generator expression is Python code: it looks each time it goes on."""
import threading

counts = [5, 5]
seen = 0


def transfer():
    counts[0] -= 1
    counts[1] += 1


def add_up():
    global seen
    seen = sum(count for count in counts)


first = threading.Thread(target=transfer)
second = threading.Thread(target=add_up)
first.start()
second.start()
first.join()
second.join()
print(seen)
