"""Count to several million, seventeen times, in as many processes as there are cores."""

import time
from concurrent.futures import ProcessPoolExecutor

MILLIONS = [8, 7, 8, 5, 8, 8, 5, 4, 8, 7, 7, 8, 8, 7, 8, 8, 8]


def count(millions):
    steps = 0
    for _ in range(millions * 1_000_000):
        steps += 1
    return steps


def main():
    start = time.perf_counter()
    with ProcessPoolExecutor() as pool:
        total = sum(pool.map(count, MILLIONS))
    print(f"{total:,} steps, in a pool of processes, in {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
