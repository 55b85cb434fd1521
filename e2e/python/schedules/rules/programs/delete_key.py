"""Two threads look for a key before they delete it."""
import threading

prices = {"pear": 3}


def delete():
    if "pear" in prices:
        del prices["pear"]


first = threading.Thread(target=delete, name="first")
second = threading.Thread(target=delete, name="second")
first.start()
second.start()
first.join()
second.join()
print(len(prices))
