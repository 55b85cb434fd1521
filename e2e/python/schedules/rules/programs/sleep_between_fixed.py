"""The lock covers all three."""
import threading
import time

counter = 0
lock = threading.Lock()


def add():
    global counter
    with lock:
        value = counter
        time.sleep(0)
        counter = value + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
