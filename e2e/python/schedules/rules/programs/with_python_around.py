"""Reading and writing stand in a `with` that keeps nobody out."""
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
    with quiet:
        counter += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
