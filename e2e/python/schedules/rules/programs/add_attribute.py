"""The balance of an account is read, added to, and written back."""
import threading


class Account:
    balance = 0


account = Account()


def deposit():
    account.balance += 1


first = threading.Thread(target=deposit)
second = threading.Thread(target=deposit)
first.start()
second.start()
first.join()
second.join()
print(account.balance)
