"""The lock covers reading and writing."""
import threading

counts = [0]
lock = threading.Lock()


def add():
    with lock:
        counts[0] += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counts[0])
