"""A list is emptied while a loop walks through it."""
import threading

numbers = [1, 2]
total = 0


def add_up():
    global total
    for number in numbers:
        total += number


def empty():
    numbers.clear()


first = threading.Thread(target=add_up)
second = threading.Thread(target=empty)
first.start()
second.start()
first.join()
second.join()
print(total)
