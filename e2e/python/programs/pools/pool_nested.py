"""Pools inside a pool's tasks, and a pool that waits for itself without end when it is too small."""

from concurrent.futures import ThreadPoolExecutor


def inner(number):
    return number + 1


def outer(number):
    with ThreadPoolExecutor(2) as pool:
        return sum(pool.map(inner, range(number)))


with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(outer, range(5))))

small = ThreadPoolExecutor(1)


def waits_for_itself():
    try:
        return small.submit(inner, 1).result(timeout=0.1)
    except TimeoutError:
        return "would wait for ever"


print(small.submit(waits_for_itself).result())
small.shutdown()
