"""The lock covers reading and writing."""
import threading

total = 0.0
lock = threading.Lock()


def add():
    global total
    with lock:
        total += 0.5


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(total)
