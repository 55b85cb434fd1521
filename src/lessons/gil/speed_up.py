"""How much faster do more processes finish the same work?"""

import os
import time
from concurrent.futures import ProcessPoolExecutor

PARTS = [500_000] * 48


def count(steps):
    counted = 0
    for _ in range(steps):
        counted += 1
    return counted


def seconds_with(workers):
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(count, [1_000] * workers))  # so that the processes are there
        start = time.perf_counter()
        total = sum(pool.map(count, PARTS))
        seconds = time.perf_counter() - start
    assert total == sum(PARTS)
    return seconds


def main():
    # Since 3.13 Python knows how many cores this process may use.
    cores = getattr(os, "process_cpu_count", os.cpu_count)() or 1
    print(f"{cores} cores")
    alone = seconds_with(1)
    for workers in range(1, min(2 * cores, 61) + 1):  # Windows allows 61
        print(f"{workers} workers: {alone / seconds_with(workers):.2f} times as fast as one")


if __name__ == "__main__":
    main()
