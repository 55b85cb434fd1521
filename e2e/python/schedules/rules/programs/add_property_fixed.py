"""The lock covers both functions."""
import threading


class Account:
    _balance = 0

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        self._balance = value


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
