"""The lock covers reading and writing."""
import threading


def make():
    counter = 0
    lock = threading.Lock()

    def add():
        nonlocal counter
        with lock:
            counter += 1

    return add, lambda: counter


add, read = make()
first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(read())
