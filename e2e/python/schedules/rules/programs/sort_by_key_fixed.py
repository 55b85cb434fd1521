"""The lock covers sorting and appending."""
import threading

numbers = [2, 1]
lock = threading.Lock()


def key(number):
    return number


def sort():
    with lock:
        numbers.sort(key=key)


def append():
    with lock:
        numbers.append(0)


first = threading.Thread(target=sort, name="first")
second = threading.Thread(target=append, name="second")
first.start()
second.start()
first.join()
second.join()
print(*numbers)
