"""One counter, one lock."""
import threading

counter = 0
lock = threading.Lock()


def add(lock):
    global counter
    with lock:
        value = counter
        counter = value + 1


first = threading.Thread(target=add, args=(lock,))
second = threading.Thread(target=add, args=(lock,))
first.start()
second.start()
first.join()
second.join()
print(counter)
