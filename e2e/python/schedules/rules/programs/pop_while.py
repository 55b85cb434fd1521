"""Two threads take while there is something."""
import threading

items = ["pear", "plum"]


def take_all():
    while items:
        items.pop()


first = threading.Thread(target=take_all, name="first")
second = threading.Thread(target=take_all, name="second")
first.start()
second.start()
first.join()
second.join()
print(len(items))
