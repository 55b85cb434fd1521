"""The lock covers the call."""
import threading

counter = 0
lock = threading.Lock()


def more(number):
    return number + 1


def add():
    global counter
    with lock:
        counter = more(counter)


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
