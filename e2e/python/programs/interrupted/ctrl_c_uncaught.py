"""A Ctrl+C that nobody catches ends the program, after its pool's tasks and with its atexit functions."""

import atexit
import time
from concurrent.futures import ThreadPoolExecutor


def work(number):
    time.sleep(0.4)
    return number


atexit.register(print, "atexit")
with ThreadPoolExecutor(max_workers=1) as pool:
    futures = [pool.submit(work, number) for number in range(3)]
    try:
        print("working")
        futures[2].result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        print([future.cancelled() for future in futures])
print("never")
