"""Two threads take from the iterator of a list."""
import threading

numbers = iter([1, 2])
first_number = second_number = None


def take_first():
    global first_number
    first_number = next(numbers)


def take_second():
    global second_number
    second_number = next(numbers)


first = threading.Thread(target=take_first)
second = threading.Thread(target=take_second)
first.start()
second.start()
first.join()
second.join()
print(*sorted([first_number, second_number]))
