"""A swap that only compares cannot tell an A that went and came back from one that stayed."""
import threading


class Node:
    def __init__(self, name, below):
        self.name = name
        self.below = below


def swap(old, new):
    global top
    with lock:
        if top is not old:
            return False
        top = new
        return True


def pop():
    old = top
    new = old.below
    return old if swap(old, new) else None


def pop_two_and_put_one_back():
    global kept
    one = pop()
    kept = pop()
    if one is not None:
        one.below = top
        swap(one.below, one)


lock = threading.Lock()
c = Node("C", None)
b = Node("B", c)
top = a = Node("A", b)
kept = None
first = threading.Thread(target=pop)
second = threading.Thread(target=pop_two_and_put_one_back)
first.start()
second.start()
first.join()
second.join()
print("B is on the stack, and in use" if top is kept is b else "fine")
