"""The lock covers reading and writing."""
import threading

counts = {"pear": 0}
lock = threading.Lock()


def add():
    with lock:
        counts["pear"] += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counts["pear"])
