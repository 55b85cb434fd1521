"""How much of an endless input does a pool draw before it gives its first result?"""

import sys
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from itertools import count, islice

drawn = []


def numbers():
    """1, 2, 3 and so on, each noted as it is drawn."""
    for number in count(1):
        drawn.append(number)
        yield number


def square(number):
    return number * number


def map_ahead(pool, function, items, ahead):
    """The results in the order of the items, with at most `ahead` of them begun and not yet handed over."""
    items = iter(items)
    futures = deque(pool.submit(function, item) for item in islice(items, ahead))
    while futures:
        yield futures.popleft().result()
        futures.extend(pool.submit(function, item) for item in islice(items, 1))


def tell(way, results):
    next(results)
    before = len(drawn)
    next(results)
    print(f"{way}: {before} drawn before the first result, {len(drawn)} before the second")
    drawn.clear()


with ThreadPoolExecutor(max_workers=2) as pool:
    tell("map over 10,000", pool.map(square, islice(numbers(), 10_000)))  # without islice it would never return
    tell("four ahead, by hand", map_ahead(pool, square, numbers(), 4))
    if sys.version_info >= (3, 14):
        tell("buffersize=4", pool.map(square, numbers(), buffersize=4))
    else:
        print("buffersize=4: needs Python 3.14")
