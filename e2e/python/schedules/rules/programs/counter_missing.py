"""The word is new to the Counter: `__missing__` in Python says 0."""
import collections
import threading

counts = collections.Counter()


def count():
    counts["pear"] += 1


first = threading.Thread(target=count)
second = threading.Thread(target=count)
first.start()
second.start()
first.join()
second.join()
print(counts["pear"])
