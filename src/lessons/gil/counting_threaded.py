"""Count to several million, seventeen times, in seventeen threads."""

import threading
import time

MILLIONS = [8, 7, 8, 5, 8, 8, 5, 4, 8, 7, 7, 8, 8, 7, 8, 8, 8]

counted = []


def count(millions):
    steps = 0
    for _ in range(millions * 1_000_000):
        steps += 1
    counted.append(steps)


start = time.perf_counter()
threads = [threading.Thread(target=count, args=(millions,)) for millions in MILLIONS]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(f"{sum(counted):,} steps, in {len(threads)} threads, in {time.perf_counter() - start:.2f} s")
