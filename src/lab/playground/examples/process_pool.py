"""Count primes in processes: each has its own interpreter, and so its own GIL."""

import time
from concurrent.futures import ProcessPoolExecutor

RANGES = [(start, start + 20_000) for start in range(0, 160_000, 20_000)]


def count_primes(bounds):
    start, end = bounds
    return sum(
        all(number % divisor for divisor in range(2, int(number**0.5) + 1))
        for number in range(max(2, start), end)
    )


# A process may have to import this file, and must not start processes itself.
if __name__ == "__main__":
    start = time.perf_counter()
    alone = sum(map(count_primes, RANGES))
    print(f"alone: {alone} primes in {time.perf_counter() - start:.2f} s")

    with ProcessPoolExecutor(max_workers=2) as pool:
        list(pool.map(abs, range(2)))  # so that starting them does not count
        start = time.perf_counter()
        together = sum(pool.map(count_primes, RANGES))
        print(f"in two: {together} primes in {time.perf_counter() - start:.2f} s")
