"""When a pool's map raises, it cancels what has not begun; what has begun goes on."""

import threading
from concurrent.futures import ThreadPoolExecutor

begun, go_on = [], threading.Event()


def work(number):
    begun.append(number)
    if number == 0:
        raise ValueError
    go_on.wait(timeout=10)


with ThreadPoolExecutor(max_workers=2) as pool:
    results = pool.map(work, range(10))
    try:
        next(results)
    except ValueError:
        pass
    go_on.set()
# The thread that failed may have taken the next one before the rest was cancelled.
print("holds" if len(begun) < 10 else begun)
