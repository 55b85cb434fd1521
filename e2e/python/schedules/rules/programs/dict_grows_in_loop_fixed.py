"""The loop walks through a list of the keys, made in one step."""
import threading

prices = {"pear": 3}
total = 0


def add_up():
    global total
    for name in list(prices):
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
