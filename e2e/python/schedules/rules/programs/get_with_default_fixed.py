"""The lock covers reading and writing."""
import threading

counts = {}
lock = threading.Lock()


def count():
    with lock:
        counts["pear"] = counts.get("pear", 0) + 1


first = threading.Thread(target=count)
second = threading.Thread(target=count)
first.start()
second.start()
first.join()
second.join()
print(counts["pear"])
