"""A threading.local has the user, and each order is a job of a pool. Whom do the lines name?"""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

here = threading.local()


def log(order):
    print(f"{order}, ordered by {getattr(here, 'user', 'nobody')}")


def handle(order, name):
    if name is not None:
        here.user = name
    time.sleep(0.1)  # the database works on it
    log(order)


with ThreadPoolExecutor(max_workers=1) as pool:
    jobs = [
        pool.submit(handle, "Ada's tea", "Ada"),
        pool.submit(handle, "a guest's cake", None),
    ]
    for job in jobs:
        job.result()
