"""Two interpreters in one process, each with its own GIL. Python 3.14."""

import sys
import time
from concurrent import futures


def compute(steps):
    total = 0
    for step in range(steps):
        total += step
    return total


def main():
    if not hasattr(futures, "InterpreterPoolExecutor"):
        print("InterpreterPoolExecutor came with Python 3.14;")
        print(f"this is {sys.version.split()[0]}")
        return
    for executor in (futures.ThreadPoolExecutor, futures.InterpreterPoolExecutor):
        start = time.perf_counter()
        with executor(max_workers=2) as pool:
            list(pool.map(compute, [10_000_000] * 2))
        print(f"{executor.__name__}: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
