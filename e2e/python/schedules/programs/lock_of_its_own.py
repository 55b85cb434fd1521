"""Each call makes a lock of its own."""
import threading

counter = 0


def add():
    global counter
    lock = threading.Lock()
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
