"""A generator that is running cannot be asked for more."""
import threading


def count():
    yield 1
    yield 2


numbers = count()


def take():
    next(numbers)


first = threading.Thread(target=take, name="first")
second = threading.Thread(target=take, name="second")
first.start()
second.start()
first.join()
second.join()
print(next(numbers, "empty"))
