"""A list is made when it is first needed; a display calls nothing."""
import threading

names = None


def add(name):
    global names
    if names is None:
        names = []
    names.append(name)


def add_ann():
    add("Ann")


def add_bob():
    add("Bob")


first = threading.Thread(target=add_ann)
second = threading.Thread(target=add_bob)
first.start()
second.start()
first.join()
second.join()
print(*sorted(names))
