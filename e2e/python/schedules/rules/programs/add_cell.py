"""Two threads add to a variable of the function around them."""
import threading


def make():
    counter = 0

    def add():
        nonlocal counter
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
