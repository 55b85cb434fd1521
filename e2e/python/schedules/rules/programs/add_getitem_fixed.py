"""The lock covers both."""
import threading


class Counts:
    def __init__(self):
        self.pears = 0

    def __getitem__(self, key):
        return self.pears

    def __setitem__(self, key, value):
        self.pears = value


counts = Counts()
lock = threading.Lock()


def add():
    with lock:
        counts["pear"] += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counts.pears)
