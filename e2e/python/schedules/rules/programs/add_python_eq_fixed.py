"""The lock covers both."""
import threading


class Key:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


def add():
    key = Key()
    with lock:
        counts[key] += 1


counts = {Key(): 0}
lock = threading.Lock()
first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counts[Key()])
