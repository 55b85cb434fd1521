"""Two tasks of a pool never end. How do we get rid of them?"""

import sys
import time
from concurrent.futures import ProcessPoolExecutor, wait


def compute(seconds):
    time.sleep(seconds)
    return seconds


if __name__ == "__main__":
    start = time.perf_counter()
    pool = ProcessPoolExecutor(max_workers=2)
    futures = [pool.submit(compute, seconds) for seconds in (0.1, 6, 6)]
    done, stuck = wait(futures, timeout=2.5)
    print(f"{len(done)} done, {len(stuck)} stuck; cancelled: {[future.cancel() for future in stuck]}")
    if sys.version_info >= (3, 14):
        pool.terminate_workers()  # or kill_workers(), which no process can refuse
    else:
        pool.shutdown()  # before 3.14 there is only patience
    for future in stuck:
        error = future.exception()
        print("a stuck one:", "came to its end" if error is None else type(error).__name__)
    print("over before they were" if time.perf_counter() - start < 5 else "over when they were")
