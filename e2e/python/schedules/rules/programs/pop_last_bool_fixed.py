"""The lock covers looking and taking."""
import threading


class Shelf:
    def __init__(self):
        self.items = ["pear"]

    def __bool__(self):
        return self.items != []


shelf = Shelf()
lock = threading.Lock()


def take():
    with lock:
        if shelf:
            shelf.items.pop()


first = threading.Thread(target=take, name="first")
second = threading.Thread(target=take, name="second")
first.start()
second.start()
first.join()
second.join()
print(len(shelf.items))
