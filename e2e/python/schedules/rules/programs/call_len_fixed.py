"""The lock covers the call."""
import threading

total = 0
items = ["pear"]
lock = threading.Lock()


def add():
    global total
    with lock:
        total += len(items)


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(total)
