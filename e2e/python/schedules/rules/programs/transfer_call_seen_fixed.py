"""The lock covers the transfer, its call included, and the look."""
import threading


class Accounts:
    mine = 5
    yours = 5


accounts = Accounts()
seen = None
lock = threading.Lock()


def note():
    pass


def transfer():
    with lock:
        accounts.mine -= 1
        note()
        accounts.yours += 1


def look():
    global seen
    with lock:
        seen = accounts.mine + accounts.yours


first = threading.Thread(target=transfer)
second = threading.Thread(target=look)
first.start()
second.start()
first.join()
second.join()
print(seen)
