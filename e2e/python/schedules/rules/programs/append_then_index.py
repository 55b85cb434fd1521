"""Where the new item stands is asked after it was appended."""
import threading

items = []


def add():
    items.append("pear")
    return len(items)


def add_first():
    global first_place
    first_place = add()


def add_second():
    global second_place
    second_place = add()


first = threading.Thread(target=add_first)
second = threading.Thread(target=add_second)
first.start()
second.start()
first.join()
second.join()
print(first_place, second_place)
