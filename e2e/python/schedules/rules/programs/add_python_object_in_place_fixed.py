"""The lock covers reading and writing."""
import threading


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __iadd__(self, other):
        self.amount += other.amount
        return self


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
