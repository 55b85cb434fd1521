"""Two threads draw from one generator. One is inside it when the other comes.

The cure is a lock around next(); Python 3.15 brings threading.serialize_iterator.
"""

import threading
import time


def slow_numbers():
    for number in range(3):
        time.sleep(0.1)
        yield number


numbers = slow_numbers()


def draw():
    try:
        for number in numbers:
            print(f"drew {number}\n", end="")
    except ValueError as error:
        print(f"cannot draw: {error}\n", end="")


first = threading.Thread(target=draw, name="first")
second = threading.Thread(target=draw, name="second")
first.start()
time.sleep(0.05)
second.start()
first.join()
second.join()
