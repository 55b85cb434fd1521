"""An account with its own lock."""
import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()

    def withdraw(self, amount):
        with self.lock:
            self.balance -= amount


account = Account(100)
first = threading.Thread(target=account.withdraw, args=(10,))
second = threading.Thread(target=account.withdraw, args=(20,))
first.start()
second.start()
first.join()
second.join()
print(account.balance)
