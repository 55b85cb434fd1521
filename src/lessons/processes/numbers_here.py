"""A million numbers are added up where they are, in the process that has them."""

import time
from array import array
from statistics import median

COUNT = 1_000_000


def main():
    numbers = array("q", range(COUNT))
    times = []
    for _ in range(5):
        start = time.perf_counter()
        total = sum(numbers)
        times.append(time.perf_counter() - start)
    print(f"The sum is {total:,}")
    print(f"Added up here in {median(times):.4f} s")


if __name__ == "__main__":
    main()
