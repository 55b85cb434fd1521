"""Five philosophers who always take the lower fork first all get to eat."""

import threading
import time

forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5


def dine(seat):
    low, high = sorted((seat, (seat + 1) % 5))
    for _ in range(3):
        with forks[low], forks[high]:
            time.sleep(0.005)
            meals[seat] += 1


threads = [threading.Thread(target=dine, args=(seat,)) for seat in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(meals)
