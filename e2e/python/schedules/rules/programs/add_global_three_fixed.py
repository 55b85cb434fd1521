"""The lock covers reading and writing."""
import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    with lock:
        counter += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
third = threading.Thread(target=add)
first.start()
second.start()
third.start()
first.join()
second.join()
third.join()
print(counter)
