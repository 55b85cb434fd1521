"""wait(): for the first, for all, for the first exception, or for some time."""

import time
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait


def work(delay, fails=False):
    time.sleep(delay)
    if fails:
        raise OSError("lost")
    return delay


def show(title, done, not_done):
    print(title, len(done), "done,", len(not_done), "not")


with ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(work, delay) for delay in (0.05, 0.15, 0.3)]
    show("first:", *wait(futures, return_when=FIRST_COMPLETED))
    show("0.15 s later:", *wait(futures, timeout=0.15))
    show("all:", *wait(futures, return_when=ALL_COMPLETED))
    futures = [pool.submit(work, 0.05, True), pool.submit(work, 0.3)]
    show("exception:", *wait(futures, return_when=FIRST_EXCEPTION))
