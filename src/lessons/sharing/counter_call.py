"""Two threads count, and a function works out each new value."""

import sys
import threading

INCREMENTS = 1_000_000
counter = 0


def one_more(number):
    return number + 1


def count():
    global counter
    for _ in range(INCREMENTS):
        counter = one_more(counter)


threads = [threading.Thread(target=count) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

expected = 2 * INCREMENTS
print(f"Python {sys.version.split()[0]}")
print(f"Expected {expected:,}, got {counter:,}")
print(f"Lost {expected - counter:,}")
