"""The lock covers the transfer and the sum."""
import threading

counts = [5, 5]
seen = 0
lock = threading.Lock()


def transfer():
    with lock:
        counts[0] -= 1
        counts[1] += 1


def add_up():
    global seen
    with lock:
        seen = sum(counts)


first = threading.Thread(target=transfer)
second = threading.Thread(target=add_up)
first.start()
second.start()
first.join()
second.join()
print(seen)
