"""A set is added to between looking at the balance and reducing it."""
import threading

balance = 100
approved = set()


def withdraw():
    global balance
    if balance >= 70:
        approved.add(70)
        balance -= 70


first = threading.Thread(target=withdraw)
second = threading.Thread(target=withdraw)
first.start()
second.start()
first.join()
second.join()
print(balance)
