"""A fifth of the work is for one process alone. What does the law allow, and what comes of it?"""

import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor

SERIAL = 3_000_000
PARTS = [50_000] * 240


def count(steps):
    counted = 0
    for _ in range(steps):
        counted += 1
    return counted


def law(serial, workers):
    """Amdahl: the serial share stays as long as it is, and the workers divide the rest."""
    return 1 / (serial + (1 - serial) / workers)


def seconds_of(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main():
    cores = (os.process_cpu_count() if sys.version_info >= (3, 13) else os.cpu_count()) or 1
    alone = seconds_of(lambda: count(SERIAL))
    shared = {}
    # Windows allows 61.
    for workers in sorted({1, 2, min(cores, 61), min(2 * cores, 61)}):
        with ProcessPoolExecutor(workers) as pool:
            list(pool.map(time.sleep, [0.5] * workers))  # so that all processes are there
            shared[workers] = seconds_of(lambda: list(pool.map(count, PARTS, chunksize=2)))
    serial = alone / (alone + shared[1])
    print(f"{cores} cores; serial part, measured: {serial:.0%}")
    for workers, seconds in shared.items():
        faster = (alone + shared[1]) / (alone + seconds)
        print(f"{workers} workers: {faster:.2f} times as fast; the law allows {law(serial, workers):.2f}")


if __name__ == "__main__":
    main()
