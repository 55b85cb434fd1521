"""`len` is called to look whether an item is left."""
import threading

items = ["pear"]


def take():
    if len(items) > 0:
        items.pop()


first = threading.Thread(target=take, name="first")
second = threading.Thread(target=take, name="second")
first.start()
second.start()
first.join()
second.join()
print(len(items))
