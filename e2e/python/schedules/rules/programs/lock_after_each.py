"""A lock that covers only the reading: leaving it is a call of C."""
import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    with lock:
        value = counter
    counter = value + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
