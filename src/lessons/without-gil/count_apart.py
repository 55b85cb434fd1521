"""Threads share eight million steps, and each counts its part by itself. Are more of them quicker?"""

import time
from concurrent.futures import ThreadPoolExecutor

STEPS = 8_000_000


def count(steps):
    total = 0
    for _ in range(steps):
        total += 1
    return total


def main():
    for threads in (1, 2, 4, 8):
        start = time.perf_counter()
        with ThreadPoolExecutor(threads) as pool:
            total = sum(pool.map(count, [STEPS // threads] * threads))
        seconds = time.perf_counter() - start
        print(f"{threads} threads counted to {total:,} in {seconds:.2f} s")


if __name__ == "__main__":
    main()
