"""Whoever wants two locks goes through the gate: then their order does not matter."""
import threading

a = threading.Lock()
b = threading.Lock()
gate = threading.Lock()


def one():
    with gate:
        with a:
            with b:
                pass


def two():
    with gate:
        with b:
            with a:
                pass


first = threading.Thread(target=one)
second = threading.Thread(target=two)
first.start()
second.start()
first.join()
second.join()
print("done")
