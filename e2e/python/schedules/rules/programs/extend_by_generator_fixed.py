"""The generator is used up first; then the list is extended in one step."""
import threading

items = []


def numbered(letter):
    yield letter + "1"
    yield letter + "2"


def add_a():
    global items
    made = list(numbered("a"))
    items += made


def add_b():
    global items
    made = list(numbered("b"))
    items += made


first = threading.Thread(target=add_a)
second = threading.Thread(target=add_b)
first.start()
second.start()
first.join()
second.join()
print(*items)
