"""A task waits for another, for which no thread of the pool is left."""
from concurrent.futures import ThreadPoolExecutor


def inner():
    return 42


def outer(pool):
    return pool.submit(inner).result()


with ThreadPoolExecutor(max_workers=1) as pool:
    print(pool.submit(outer, pool).result())
