"""The lock covers asking."""
import threading


def count():
    yield 1
    yield 2


numbers = count()
lock = threading.Lock()


def take():
    with lock:
        next(numbers)


first = threading.Thread(target=take, name="first")
second = threading.Thread(target=take, name="second")
first.start()
second.start()
first.join()
second.join()
print(next(numbers, "empty"))
