"""`|` makes a new dict, which replaces the old one."""
import threading

prices = {}


def add_pear():
    global prices
    prices = prices | {"pear": 3}


def add_plum():
    global prices
    prices = prices | {"plum": 2}


first = threading.Thread(target=add_pear)
second = threading.Thread(target=add_plum)
first.start()
second.start()
first.join()
second.join()
print(*sorted(prices))
