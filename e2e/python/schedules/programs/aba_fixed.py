"""With a number that only rises, an A that came back is another one."""
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
        top = new, old[1] + 1
        return True


def pop():
    old = top
    new = old[0].below
    return old[0] if swap(old, new) else None


def pop_two_and_put_one_back():
    global kept
    one = pop()
    kept = pop()
    if one is not None:
        old = top
        one.below = old[0]
        swap(old, one)


lock = threading.Lock()
c = Node("C", None)
b = Node("B", c)
a = Node("A", b)
top = a, 0
kept = None
first = threading.Thread(target=pop)
second = threading.Thread(target=pop_two_and_put_one_back)
first.start()
second.start()
first.join()
second.join()
print("B is on the stack, and in use" if top[0] is kept is b else "fine")
