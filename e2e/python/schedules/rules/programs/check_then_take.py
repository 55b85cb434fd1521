"""The balance is looked at, then reduced; nothing is called between."""
import threading

balance = 100


def withdraw():
    global balance
    if balance >= 70:
        balance -= 70


first = threading.Thread(target=withdraw)
second = threading.Thread(target=withdraw)
first.start()
second.start()
first.join()
second.join()
print(balance)
