"""The word is in the Counter already: no Python code runs."""
import collections
import threading

counts = collections.Counter(pear=1)


def count():
    counts["pear"] += 1


first = threading.Thread(target=count)
second = threading.Thread(target=count)
first.start()
second.start()
first.join()
second.join()
print(counts["pear"])
