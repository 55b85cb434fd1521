"""A Python function looks whether an item is left, and its return is no place to switch."""
import threading

items = ["pear"]


def is_stocked():
    return items != []


def take():
    if is_stocked():
        items.pop()


first = threading.Thread(target=take, name="first")
second = threading.Thread(target=take, name="second")
first.start()
second.start()
first.join()
second.join()
print(len(items))
