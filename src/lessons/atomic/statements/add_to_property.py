"""Two threads add one to a property. Is an update lost?"""

import threading

ROUNDS = 2

class Account:
    def __init__(self):
        self._balance = 0

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, amount):
        self._balance = amount


account = Account()


def work():
    for _ in range(ROUNDS):
        account.balance += 1

ada = threading.Thread(target=work, name="Ada")
ben = threading.Thread(target=work, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("Lost", 2 * ROUNDS - account.balance)
