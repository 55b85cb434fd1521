"""as_completed gives futures in the order of their ends, and may lose patience."""

import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(delay):
    time.sleep(delay)
    return delay


with ThreadPoolExecutor() as pool:
    futures = {pool.submit(work, delay): delay for delay in (0.15, 0.05, 0.1)}
    print([futures[future] for future in as_completed(futures)])
    slow, quick = pool.submit(work, 0.3), pool.submit(work, 0.0)
    got = []
    try:
        for future in as_completed([slow, quick], timeout=0.1):
            got.append(future.result())
    except TimeoutError as error:
        print(got, "TimeoutError:", error)
    print([future.result() for future in as_completed([slow])])
