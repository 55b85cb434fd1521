"""The lock covers both."""
import threading


class Key:
    def __hash__(self):
        return 1


pear = Key()
counts = {pear: 0}
lock = threading.Lock()


def add():
    with lock:
        counts[pear] += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counts[pear])
