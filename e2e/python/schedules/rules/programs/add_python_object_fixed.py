"""The lock covers reading, adding and writing."""
import threading


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        return Money(self.amount + other.amount)


total = Money(0)
one = Money(1)
lock = threading.Lock()


def add():
    global total
    with lock:
        total += one


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(total.amount)
