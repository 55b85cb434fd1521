import threading

class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount):
        before = self.balance
        self.balance = before + amount

ann, bob = Account(10), Account(20)

def work(account):
    account.deposit(5)
    account.deposit(7)

threads = [threading.Thread(target=work, args=(account,)) for account in (ann, bob)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(ann.balance, bob.balance)
