"""A dictionary must not grow while somebody goes through it."""
import threading

stock = {"apples": 3, "pears": 2}
counted = None


def count():
    global counted
    total = 0
    for name in stock:
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
