"""The lock covers reading and writing."""
import threading

names = []
lock = threading.Lock()


def add_ann():
    global names
    with lock:
        names = names + ["Ann"]


def add_bob():
    global names
    with lock:
        names = names + ["Bob"]


first = threading.Thread(target=add_ann)
second = threading.Thread(target=add_bob)
first.start()
second.start()
first.join()
second.join()
print(*sorted(names))
