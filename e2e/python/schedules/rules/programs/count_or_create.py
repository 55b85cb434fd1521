"""A missing key raises an exception, and its handler inserts it."""
import threading

counts = {}


def count():
    try:
        counts["pear"] += 1
    except KeyError:
        counts["pear"] = 1


first = threading.Thread(target=count)
second = threading.Thread(target=count)
first.start()
second.start()
first.join()
second.join()
print(counts["pear"])
