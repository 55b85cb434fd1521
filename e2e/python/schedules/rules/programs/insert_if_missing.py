"""A key is looked for, then inserted; a display calls nothing."""
import threading

groups = {}


def add(name):
    if "A" not in groups:
        groups["A"] = []
    groups["A"].append(name)


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
