"""The factory `int` is C: what is missing is made without a look."""
import collections
import threading

counts = collections.defaultdict(int)


def count():
    counts["pear"] += 1


first = threading.Thread(target=count)
second = threading.Thread(target=count)
first.start()
second.start()
first.join()
second.join()
print(counts["pear"])
