"""A function is called between taking and giving."""
import threading


class Accounts:
    mine = 5
    yours = 5


accounts = Accounts()
seen = None


def note():
    pass


def transfer():
    accounts.mine -= 1
    note()
    accounts.yours += 1


def look():
    global seen
    seen = accounts.mine + accounts.yours


first = threading.Thread(target=transfer)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
