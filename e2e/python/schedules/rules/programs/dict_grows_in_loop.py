"""A dict gets a key while a loop walks through it."""
import threading

prices = {"pear": 3}
total = 0


def add_up():
    global total
    for name in prices:
        total += prices[name]


def insert():
    prices["plum"] = 2


first = threading.Thread(target=add_up, name="first")
second = threading.Thread(target=insert, name="second")
first.start()
second.start()
first.join()
second.join()
print(total)
