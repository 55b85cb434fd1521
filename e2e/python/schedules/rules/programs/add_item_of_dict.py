"""An item of a dict is read, added to, and written back."""
import threading

counts = {"pear": 0}


def add():
    counts["pear"] += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counts["pear"])
