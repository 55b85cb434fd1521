"""`get` is called, then the result is written."""
import threading

counts = {}


def count():
    counts["pear"] = counts.get("pear", 0) + 1


first = threading.Thread(target=count)
second = threading.Thread(target=count)
first.start()
second.start()
first.join()
second.join()
print(counts["pear"])
