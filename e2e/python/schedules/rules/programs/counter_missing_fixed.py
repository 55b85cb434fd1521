"""The lock covers reading and writing."""
import collections
import threading

counts = collections.Counter()
lock = threading.Lock()


def count():
    with lock:
        counts["pear"] += 1


first = threading.Thread(target=count)
second = threading.Thread(target=count)
first.start()
second.start()
first.join()
second.join()
print(counts["pear"])
