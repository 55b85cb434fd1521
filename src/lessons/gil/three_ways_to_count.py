"""Count to seventeen numbers three ways: sequential, threaded, pooled.

Send it to a friend: it needs nothing but Python 3.11 or later.
"""

import os
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor

MILLIONS = [8, 7, 8, 5, 8, 8, 5, 4, 8, 7, 7, 8, 8, 7, 8, 8, 8]


def count(millions):
    steps = 0
    for _ in range(millions * 1_000_000):
        steps += 1
    return steps


def sequential():
    for millions in MILLIONS:
        count(millions)


def threaded():
    threads = [threading.Thread(target=count, args=(m,)) for m in MILLIONS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def pooled():
    with ProcessPoolExecutor() as pool:
        list(pool.map(count, MILLIONS))  # list waits for all results


if __name__ == "__main__":
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    for way in (sequential, threaded, pooled):
        start = time.perf_counter()
        way()
        print(f"{way.__name__}: {time.perf_counter() - start:.2f} s")
