"""A generator reads, yields, and writes."""
import threading

counter = 0


def add():
    global counter
    value = counter
    yield
    counter = value + 1


def run():
    for _ in add():
        pass


first = threading.Thread(target=run)
second = threading.Thread(target=run)
first.start()
second.start()
first.join()
second.join()
print(counter)
