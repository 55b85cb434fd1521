"""The lock covers all of it."""
import threading

counts = {}
lock = threading.Lock()


def count():
    with lock:
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
