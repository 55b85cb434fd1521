"""Two thousand small tasks for a pool of two processes: how many of them travel together?"""

import time
from concurrent.futures import ProcessPoolExecutor

TASKS = 2_000


def task(number):
    return sum(range(number % 100))


def main():
    with ProcessPoolExecutor(max_workers=2) as pool:
        list(pool.map(task, range(2)))  # now the processes are there
        for chunksize in (1, 10, 100, 1_000):
            start = time.perf_counter()
            total = sum(pool.map(task, range(TASKS), chunksize=chunksize))
            ms = (time.perf_counter() - start) * 1000
            print(f"chunksize {chunksize:,}: {total:,} in {ms:.0f} ms")
    start = time.perf_counter()
    total = sum(map(task, range(TASKS)))
    ms = (time.perf_counter() - start) * 1000
    print(f"no processes: {total:,} in {ms:.0f} ms")


if __name__ == "__main__":
    main()
