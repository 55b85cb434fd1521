"""A dict gets a key while `sum` walks through its values in C."""
import threading

prices = {"pear": 3}
total = 0


def add_up():
    global total
    total = sum(prices.values())


def insert():
    prices["plum"] = 2


first = threading.Thread(target=add_up, name="first")
second = threading.Thread(target=insert, name="second")
first.start()
second.start()
first.join()
second.join()
print(total)
