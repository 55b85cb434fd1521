"""The function runs before the counter is read, and its return is no place to switch."""
import threading

counter = 0


def one():
    return 1


def add():
    global counter
    counter = one() + counter


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
