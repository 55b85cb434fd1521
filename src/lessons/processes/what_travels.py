"""What goes to another process is pickled. How many bytes does that make, and what will not go?"""

import pickle
import threading
from array import array


class Prices:
    def __init__(self, count):
        self.table = list(range(count))

    def price_of(self, number):
        return self.table[number]


def price_of(number):
    return number


def show(what, thing):
    try:
        size = len(pickle.dumps(thing))
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        print(f"{what}: {type(error).__name__}")
    else:
        print(f"{what}: {size:,} bytes")


def main():
    prices = Prices(100_000)
    show("a function", price_of)
    show("a lambda", lambda number: number)
    show("a method", prices.price_of)
    show("a lock", threading.Lock())
    show("a list of 100,000 numbers", prices.table)
    show("an array of 100,000 numbers", array("q", prices.table))
    show("a range of 100,000 numbers", range(100_000))
    page = ["the same page"] * 1_000
    copies = pickle.loads(pickle.dumps([page, page]))
    print(f"one object, twice in a message: still one: {copies[0] is copies[1]}")
    one, other = (pickle.loads(pickle.dumps(page)) for _ in range(2))
    print(f"one object, in two messages: still one: {one is other}")


if __name__ == "__main__":
    main()
