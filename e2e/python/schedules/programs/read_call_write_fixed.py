"""The lock is held during the call as well."""
import threading

total = 0
lock = threading.Lock()


def one_more(value):
    return value + 1


def add():
    global total
    with lock:
        total = one_more(total)


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(total)
