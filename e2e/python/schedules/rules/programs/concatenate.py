"""`+` makes a new list, which replaces the old one."""
import threading

names = []


def add_ann():
    global names
    names = names + ["Ann"]


def add_bob():
    global names
    names = names + ["Bob"]


first = threading.Thread(target=add_ann)
second = threading.Thread(target=add_bob)
first.start()
second.start()
first.join()
second.join()
print(*sorted(names))
