"""The same five without a deadlock: all take the fork with the lower number first."""

import threading
import time

names = ("Hypatia", "Plato", "Simone", "Kant", "Hannah")
forks = [threading.Lock() for _ in names]


def dine(seat):
    # One order for all locks, and no circle of waiting can close.
    first, second = sorted((seat, (seat + 1) % len(names)))
    with forks[first]:
        time.sleep(0.05)
        with forks[second]:
            print(f"{names[seat]} eats\n", end="")
            time.sleep(0.1)


threads = [
    threading.Thread(target=dine, args=(seat,), name=name)
    for seat, name in enumerate(names)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("All have eaten.")
