"""The lock covers both calls."""
import threading

groups = {}
lock = threading.Lock()


def add_ann():
    with lock:
        groups.setdefault("A", []).append("Ann")


def add_abe():
    with lock:
        groups.setdefault("A", []).append("Abe")


first = threading.Thread(target=add_ann)
second = threading.Thread(target=add_abe)
first.start()
second.start()
first.join()
second.join()
print(*sorted(groups["A"]))
