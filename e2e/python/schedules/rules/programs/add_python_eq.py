"""An equal key that is another object: `__eq__` in Python runs while the dict looks for it."""
import threading


class Key:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


def add():
    key = Key()
    counts[key] += 1


counts = {Key(): 0}
first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counts[Key()])
