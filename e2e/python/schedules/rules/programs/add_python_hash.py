"""The key's hash is a Python function: it runs for the reading, and again for the writing."""
import threading


class Key:
    def __hash__(self):
        return 1


pear = Key()
counts = {pear: 0}


def add():
    counts[pear] += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counts[pear])
