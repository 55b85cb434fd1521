"""`+` of this class is a Python function, entered after the total was read."""
import threading


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        return Money(self.amount + other.amount)


total = Money(0)
one = Money(1)


def add():
    global total
    total += one


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(total.amount)
