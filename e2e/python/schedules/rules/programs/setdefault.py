"""`setdefault` looks and inserts in one step."""
import threading

groups = {}


def add_ann():
    groups.setdefault("A", []).append("Ann")


def add_abe():
    groups.setdefault("A", []).append("Abe")


first = threading.Thread(target=add_ann)
second = threading.Thread(target=add_abe)
first.start()
second.start()
first.join()
second.join()
print(*sorted(groups["A"]))
