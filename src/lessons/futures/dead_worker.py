"""A process of a pool dies. What becomes of the tasks of the others, and of the pool?"""

import os
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


SECONDS = [0.3, 3, 3, 0.3]


def compute(number):
    if number == 2:
        os._exit(1)  # as if the system had killed it, for want of memory
    time.sleep(SECONDS[number])
    return number


def outcome(future):
    try:
        return future.result()
    except BrokenProcessPool:
        return "broken"


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as pool:
        futures = [pool.submit(compute, number) for number in range(4)]
        print([outcome(future) for future in futures])
        try:
            pool.submit(compute, 3)
        except BrokenProcessPool:
            print("the pool takes no more tasks")
    with ProcessPoolExecutor(max_workers=2) as pool:
        print("a new pool computes", pool.submit(compute, 0).result())
