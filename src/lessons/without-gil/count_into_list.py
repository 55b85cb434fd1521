"""Threads share two million steps, and append each to one list. Are more of them quicker?"""

import time
from concurrent.futures import ThreadPoolExecutor

STEPS = 2_000_000


def count(steps, seen):
    for step in range(steps):
        seen.append(step)


def main():
    for threads in (1, 2, 4, 8):
        seen = []
        start = time.perf_counter()
        with ThreadPoolExecutor(threads) as pool:
            for _ in range(threads):
                pool.submit(count, STEPS // threads, seen)
        seconds = time.perf_counter() - start
        print(f"{threads} threads counted to {len(seen):,} in {seconds:.2f} s")


if __name__ == "__main__":
    main()
