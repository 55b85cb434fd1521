"""The call stands before the reading, under the lock."""
import threading

counter = 0
lock = threading.Lock()


def one():
    return 1


def add():
    global counter
    with lock:
        counter = one() + counter


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
