"""A call stands between reading and writing, all on one line."""
import threading

total = 0


def one_more(value):
    return value + 1


def add():
    global total
    total = one_more(total)


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(total)
