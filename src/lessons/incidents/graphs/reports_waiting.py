"""How many reports a pool of one thread still has to make, on a Thursday and on a Friday."""

import time
from concurrent.futures import ThreadPoolExecutor


def report(pool, day):
    time.sleep(0.03)  # the sales are fetched
    if day == "Friday":
        # The pool in this record is asked to give up, so that it ends.
        pool.submit(sum, [3, 4]).result(timeout=2)


for day in ("Thursday", "Friday"):
    pool = ThreadPoolExecutor(max_workers=1)
    began = time.perf_counter()
    reports = []
    for asked in range(12):
        reports.append(pool.submit(report, pool, day))
        time.sleep(0.1)
        waiting = sum(not one.done() for one in reports)
        print(f"{day}\t{time.perf_counter() - began:.1f}\t{waiting}")
    pool.shutdown(cancel_futures=True)
