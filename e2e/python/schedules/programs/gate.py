"""A third lock around the two helps only if both go through it."""
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
