"""Every worker of a pool waits for a task that only a worker of it can do."""

import time
from concurrent.futures import ThreadPoolExecutor

WORKERS = 2


def price_of(item):
    time.sleep(0.1)
    return len(item)


def total_of(pool, items):
    prices = [pool.submit(price_of, item) for item in items]
    # In your own code this wait may have no timeout.
    return sum(price.result(timeout=1) for price in prices)


orders = [["tea", "milk"], ["bread"]]
for count in (1, WORKERS):
    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        totals = [pool.submit(total_of, pool, items) for items in orders[:count]]
        for items, total in zip(orders, totals):
            try:
                said = total.result()
            except TimeoutError:
                said = "given up after 1 s"
            print(f"{count} of {WORKERS} workers wait: {', '.join(items)}: {said}")
