"""The factory is a Python function: it is entered when something is missing."""
import collections
import threading

counts = collections.defaultdict(lambda: 0)


def count():
    counts["pear"] += 1


first = threading.Thread(target=count)
second = threading.Thread(target=count)
first.start()
second.start()
first.join()
second.join()
print(counts["pear"])
