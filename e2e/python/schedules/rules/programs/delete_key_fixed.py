"""`pop` with a default looks and deletes in one step."""
import threading

prices = {"pear": 3}


def delete():
    prices.pop("pear", None)


first = threading.Thread(target=delete, name="first")
second = threading.Thread(target=delete, name="second")
first.start()
second.start()
first.join()
second.join()
print(len(prices))
