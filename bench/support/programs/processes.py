"""Measures a pool of processes: prints one line of JSON."""

import json
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Barrier

PARTS = 16
STEPS = 1_200_000


def count(steps):
    counted = 0
    for _ in range(steps):
        counted += 1
    return counted


def seconds_with(workers):
    """How long all parts take a pool of which every process is there already: what a start costs is measured elsewhere."""
    with ProcessPoolExecutor(workers, initializer=Barrier(workers).wait) as pool:
        list(pool.map(abs, range(workers)))  # Each process waits for the others before its first task.
        start = time.perf_counter()
        total = sum(pool.map(count, [STEPS] * PARTS))
        seconds = time.perf_counter() - start
    assert total == PARTS * STEPS
    return seconds


def empty_tasks_ms(times):
    with ProcessPoolExecutor(1) as pool:
        pool.submit(abs, -1).result()
        found = []
        for _ in range(times):
            start = time.perf_counter()
            pool.submit(abs, -1).result()
            found.append((time.perf_counter() - start) * 1000)
    return found


if __name__ == "__main__":
    print(json.dumps({"one": seconds_with(1) * 1000, "two": seconds_with(2) * 1000, "taskMs": statistics.median(empty_tasks_ms(100))}))
