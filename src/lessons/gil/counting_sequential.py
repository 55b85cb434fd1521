"""Count to several million, seventeen times, one after another."""

import time

MILLIONS = [8, 7, 8, 5, 8, 8, 5, 4, 8, 7, 7, 8, 8, 7, 8, 8, 8]


def count(millions):
    steps = 0
    for _ in range(millions * 1_000_000):
        steps += 1
    return steps


start = time.perf_counter()
total = sum(count(millions) for millions in MILLIONS)
print(f"{total:,} steps, one after another, in {time.perf_counter() - start:.2f} s")
