"""The locks are taken in the order of the names."""
import threading


class Account:
    def __init__(self, name):
        self.name = name
        self.balance = 100
        self.lock = threading.Lock()


def transfer(source, target, amount):
    one, other = sorted((source, target), key=lambda account: account.name)
    with one.lock:
        with other.lock:
            source.balance -= amount
            target.balance += amount


ann, bob = Account("Ann"), Account("Bob")
first = threading.Thread(target=transfer, args=(ann, bob, 10))
second = threading.Thread(target=transfer, args=(bob, ann, 20))
first.start()
second.start()
first.join()
second.join()
print(ann.balance, bob.balance)
