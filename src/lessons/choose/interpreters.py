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
    for name in ("ThreadPoolExecutor", "InterpreterPoolExecutor"):
        start = time.perf_counter()
        with getattr(futures, name)(max_workers=2) as pool:
            list(pool.map(compute, [10_000_000] * 2))
        print(f"{name}: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
