"""The result is waited for."""
from concurrent.futures import ThreadPoolExecutor

counter = 0


def add():
    global counter
    value = counter
    counter = value + 1


with ThreadPoolExecutor(max_workers=1) as pool:
    pool.submit(add).result()
    add()
print(counter)
