"""One thread looks up the same numbers in a list and in a set."""

import time

known = range(20_000)
asked = range(0, 40_000, 20)


def count(kind):
    start = time.perf_counter()
    container = kind(known)
    found = sum(number in container for number in asked)
    seconds = time.perf_counter() - start
    print(f"{kind.__name__}: {found} found in {seconds * 1000:.1f} ms")
    return seconds


ratio = count(list) / count(set)
print(f"{ratio:,.0f} times as fast, in one thread")
