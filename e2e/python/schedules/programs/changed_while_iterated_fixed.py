"""Going through a copy, one counts what was there to begin with."""
import threading

stock = {"apples": 3, "pears": 2}
counted = None


def count():
    global counted
    total = 0
    for name in list(stock):
        total += stock[name]
    counted = total


def deliver():
    stock["plums"] = 5


first = threading.Thread(target=count)
second = threading.Thread(target=deliver)
first.start()
second.start()
first.join()
second.join()
print(counted)
