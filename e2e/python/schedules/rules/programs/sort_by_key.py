"""A list may not change while its items' keys are asked for."""
import threading

numbers = [2, 1]


def key(number):
    return number


def sort():
    numbers.sort(key=key)


def append():
    numbers.append(0)


first = threading.Thread(target=sort, name="first")
second = threading.Thread(target=append, name="second")
first.start()
second.start()
first.join()
second.join()
print(*numbers)
