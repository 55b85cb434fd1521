"""A function is called between looking at the balance and reducing it."""
import threading

balance = 100


def approve():
    pass


def withdraw():
    global balance
    if balance >= 70:
        approve()
        balance -= 70


first = threading.Thread(target=withdraw)
second = threading.Thread(target=withdraw)
first.start()
second.start()
first.join()
second.join()
print(balance)
