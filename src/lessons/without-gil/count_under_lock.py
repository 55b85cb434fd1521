"""Threads share two million steps, and add each to one counter under one lock. Are more of them quicker?"""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

STEPS = 2_000_000


class Counter:
    def __init__(self):
        self.total = 0
        self.lock = threading.Lock()


def count(steps, counter):
    for _ in range(steps):
        with counter.lock:
            counter.total += 1


def main():
    for threads in (1, 2, 4, 8):
        counter = Counter()
        start = time.perf_counter()
        with ThreadPoolExecutor(threads) as pool:
            tasks = [pool.submit(count, STEPS // threads, counter) for _ in range(threads)]
        for task in tasks:
            task.result()
        seconds = time.perf_counter() - start
        print(f"{threads} threads counted to {counter.total:,} in {seconds:.2f} s")


if __name__ == "__main__":
    main()
