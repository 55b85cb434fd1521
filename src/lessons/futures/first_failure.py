"""The first failure ends the wait. Which of the other tasks can still be cancelled?"""

import time
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait

TASKS = {"first": 0.3, "second": 1.0, "third": 0.3, "fourth": 0.3, "fifth": 0.3}

start = time.perf_counter()


def work(name, seconds):
    time.sleep(seconds)
    if name == "first":
        raise ValueError("no such record")
    return name


def state_of(future):
    """What became of a future that we tried to cancel."""
    if future.cancel():
        return "cancelled"
    return "running" if future.running() else f"over, {future.exception()!r}"


with ThreadPoolExecutor(max_workers=2) as pool:
    futures = {name: pool.submit(work, name, seconds) for name, seconds in TASKS.items()}
    wait(futures.values(), return_when=FIRST_EXCEPTION)
    print(f"the wait ended after {time.perf_counter() - start:.1f} s")
    for name, future in futures.items():
        print(f"{name}: {state_of(future)}")
print(f"the pool ended after {time.perf_counter() - start:.1f} s")
