"""ThreadPoolExecutor.map: results in order, an exception where its result would be."""

import time
from concurrent.futures import ThreadPoolExecutor


def invert(number):
    time.sleep(0.02 * (3 - number))
    return 60 // number


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(invert, [1, 2, 3])))
    print(list(pool.map(pow, [2, 3], [5, 2])))
    results = pool.map(invert, [2, 0, 1])
    print(next(results))
    try:
        next(results)
    except ZeroDivisionError:
        print("ZeroDivisionError")
    print(list(results))
    try:
        list(pool.map(time.sleep, [0.3], timeout=0.05))
    except TimeoutError:
        print("TimeoutError")
