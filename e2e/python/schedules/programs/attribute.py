"""The same with an attribute."""
import threading


class Account:
    balance = 100

    def withdraw(self, amount):
        self.balance -= amount


account = Account()
first = threading.Thread(target=account.withdraw, args=(10,))
second = threading.Thread(target=account.withdraw, args=(20,))
first.start()
second.start()
first.join()
second.join()
print(account.balance)
