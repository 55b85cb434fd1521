"""The counter is read first, then the function runs."""
import threading

counter = 0


def one():
    return 1


def add():
    global counter
    counter += one()


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
