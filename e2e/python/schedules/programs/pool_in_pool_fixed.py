"""What a task needs is submitted before it."""
from concurrent.futures import ThreadPoolExecutor


def inner():
    return 42


def outer(earlier):
    return earlier.result()


with ThreadPoolExecutor(max_workers=1) as pool:
    print(pool.submit(outer, pool.submit(inner)).result())
