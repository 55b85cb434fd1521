"""`append` is one step."""
import threading

names = []


def add_ann():
    names.append("Ann")


def add_bob():
    names.append("Bob")


first = threading.Thread(target=add_ann)
second = threading.Thread(target=add_bob)
first.start()
second.start()
first.join()
second.join()
print(*names)
