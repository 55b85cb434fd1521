"""The lock covers taking."""
import threading

numbers = iter([1, 2])
first_number = second_number = None
lock = threading.Lock()


def take_first():
    global first_number
    with lock:
        first_number = next(numbers)


def take_second():
    global second_number
    with lock:
        second_number = next(numbers)


first = threading.Thread(target=take_first)
second = threading.Thread(target=take_second)
first.start()
second.start()
first.join()
second.join()
print(*sorted([first_number, second_number]))
