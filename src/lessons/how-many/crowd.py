"""One piece of work in more and more processes: time and memory. Linux only."""

import multiprocessing
import sys
import time
from concurrent.futures import ProcessPoolExecutor

PARTS = [100_000] * 128


def count(steps):
    counted = 0
    for _ in range(steps):
        counted += 1
    return counted


def megabytes_of(process):
    """Memory in use, with what processes share divided among them."""
    with open(f"/proc/{process.pid}/smaps_rollup", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) * 1024 / 1e6


def tell(workers):
    start = time.perf_counter()
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(count, PARTS))
        megabytes = sum(megabytes_of(process) for process in multiprocessing.active_children())
    seconds = time.perf_counter() - start
    print(f"{workers} processes: {seconds:.2f} s from their start to their end, {megabytes:.0f} MB")


if __name__ == "__main__":
    print(f"start method: {multiprocessing.get_start_method()}, Python {sys.version.split()[0]}")
    for workers in (1, 2, 4, 8, 16, 32):
        tell(workers)
