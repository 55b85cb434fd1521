"""Unless they are given one."""
import threading

ann = bob = None


def make_for_ann():
    global ann
    ann = threading.Thread(name="child of Ann").name


def make_for_bob():
    global bob
    bob = threading.Thread(name="child of Bob").name


first = threading.Thread(target=make_for_ann, name="first")
second = threading.Thread(target=make_for_bob, name="second")
first.start()
second.start()
first.join()
second.join()
print(ann, bob, sep=", ")
