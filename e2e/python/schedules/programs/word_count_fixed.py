"""Each counts by itself, and one of them adds up."""
import threading
from collections import Counter


def count(counter, word):
    counter[word] += 1


counters = Counter(), Counter()
first = threading.Thread(target=count, args=(counters[0], "the"))
second = threading.Thread(target=count, args=(counters[1], "the"))
first.start()
second.start()
first.join()
second.join()
print(dict(counters[0] + counters[1]))
