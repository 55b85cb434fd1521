"""A Python function is called between reading and writing: it looks as it begins."""
import threading

counter = 0


def more(number):
    return number + 1


def add():
    global counter
    counter = more(counter)


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(counter)
