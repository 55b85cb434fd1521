"""`+=` of this class changes the object itself; what looks comes before the amount is read."""
import threading


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __iadd__(self, other):
        self.amount += other.amount
        return self


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
