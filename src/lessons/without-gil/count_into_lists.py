"""Threads share two million steps, and each notes its steps in a list of its own. Are more of them quicker?"""

import time
from concurrent.futures import ThreadPoolExecutor

STEPS = 2_000_000
ROOM = 1_000


def count(steps):
    notes = []
    for step in range(steps):
        if len(notes) >= ROOM:
            notes.clear()
        notes.append(step)


def main():
    for threads in (1, 2, 4, 8):
        start = time.perf_counter()
        with ThreadPoolExecutor(threads) as pool:
            tasks = [pool.submit(count, STEPS // threads) for _ in range(threads)]
        for task in tasks:
            task.result()
        seconds = time.perf_counter() - start
        print(f"{threads} threads counted to {STEPS:,} in {seconds:.2f} s")


if __name__ == "__main__":
    main()
