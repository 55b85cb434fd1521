"""The lock covers the transfer and the copying."""
import threading

counts = [5, 5]
seen = []
lock = threading.Lock()


def transfer():
    with lock:
        counts[0] -= 1
        counts[1] += 1


def copy():
    global seen
    with lock:
        seen = counts.copy()


first = threading.Thread(target=transfer)
second = threading.Thread(target=copy)
first.start()
second.start()
first.join()
second.join()
print(*seen)
