"""The length is asked for between reading and writing."""
import threading

total = 0
items = ["pear"]


def add():
    global total
    total += len(items)


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(total)
