"""Bakers, a shelf with three places, customers: queue.Queue does all the waiting."""

import queue
import threading
import time

shelf = queue.Queue(maxsize=3)
CLOSED = None


def bake(kind):
    for number in range(1, 5):
        time.sleep(0.04)
        shelf.put(f"{kind} {number}")  # waits while the shelf is full


def buy(name):
    bought = 0
    while shelf.get() is not CLOSED:  # waits while it is empty
        bought += 1
        time.sleep(0.1)
    print(f"{name} bought {bought}\n", end="")


bakers = [
    threading.Thread(target=bake, args=(kind,), name=f"bakes {kind}")
    for kind in ("rolls", "pretzels")
]
customers = [
    threading.Thread(target=buy, args=(name,), name=name)
    for name in ("Ada", "Bo", "Cy")
]
for thread in (*bakers, *customers):
    thread.start()
for baker in bakers:
    baker.join()
for _ in customers:
    shelf.put(CLOSED)  # one for each, after the last of the bread
for customer in customers:
    customer.join()
print("sold out")
