"""A lock that covers only the writing: taking it is a call of C."""
import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    value = counter
    with lock:
        counter = value + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
