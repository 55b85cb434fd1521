"""A list is extended by what Python code yields, one by one."""
import threading

items = []


def numbered(letter):
    yield letter + "1"
    yield letter + "2"


def add_a():
    global items
    items += numbered("a")


def add_b():
    global items
    items += numbered("b")


first = threading.Thread(target=add_a)
second = threading.Thread(target=add_b)
first.start()
second.start()
first.join()
second.join()
print(*items)
