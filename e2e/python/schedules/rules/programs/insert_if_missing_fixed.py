"""`setdefault` looks and inserts in one step."""
import threading

groups = {}


def add(name):
    groups.setdefault("A", []).append(name)


def add_ann():
    add("Ann")


def add_abe():
    add("Abe")


first = threading.Thread(target=add_ann)
second = threading.Thread(target=add_abe)
first.start()
second.start()
first.join()
second.join()
print(*sorted(groups["A"]))
