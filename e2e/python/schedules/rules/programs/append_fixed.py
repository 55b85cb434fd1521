"""With a lock it is right as well."""
import threading

names = []
lock = threading.Lock()


def add_ann():
    with lock:
        names.append("Ann")


def add_bob():
    with lock:
        names.append("Bob")


first = threading.Thread(target=add_ann)
second = threading.Thread(target=add_bob)
first.start()
second.start()
first.join()
second.join()
print(*names)
