"""One item is left, and two threads look before they take it."""
import threading

items = ["pear"]


def take():
    if items:
        items.pop()


first = threading.Thread(target=take, name="first")
second = threading.Thread(target=take, name="second")
first.start()
second.start()
first.join()
second.join()
print(len(items))
