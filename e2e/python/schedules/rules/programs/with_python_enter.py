"""`__enter__` in Python is entered between reading and writing."""
import threading


class Quiet:
    def __enter__(self):
        pass

    def __exit__(self, *exception):
        pass


quiet = Quiet()
counter = 0


def add():
    global counter
    value = counter
    with quiet:
        counter = value + 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
