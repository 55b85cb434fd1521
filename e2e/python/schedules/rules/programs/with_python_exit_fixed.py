"""Reading and writing stand under one lock."""
import threading


class Quiet:
    def __enter__(self):
        pass

    def __exit__(self, *exception):
        pass


quiet = Quiet()
counter = 0
lock = threading.Lock()


def add():
    global counter
    with lock:
        with quiet:
            value = counter
        counter = value + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
