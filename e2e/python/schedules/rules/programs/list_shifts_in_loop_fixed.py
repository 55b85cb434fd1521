"""The loop walks through a copy, made in one step."""
import threading

numbers = [1, 2]
total = 0


def add_up():
    global total
    for number in numbers.copy():
        total += number


def remove():
    numbers.pop(0)


first = threading.Thread(target=add_up)
second = threading.Thread(target=remove)
first.start()
second.start()
first.join()
second.join()
print(total)
