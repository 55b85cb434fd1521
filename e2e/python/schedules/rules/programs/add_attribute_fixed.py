"""The lock covers reading and writing."""
import threading


class Account:
    balance = 0


account = Account()
lock = threading.Lock()


def deposit():
    with lock:
        account.balance += 1


first = threading.Thread(target=deposit)
second = threading.Thread(target=deposit)
first.start()
second.start()
first.join()
second.join()
print(account.balance)
