"""The lock covers the call."""
import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    with lock:
        counter = round(counter, ndigits=None) + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
