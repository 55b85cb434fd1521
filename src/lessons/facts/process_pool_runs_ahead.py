"""A pool of one process calls two or three tasks running: one that runs, and those that are on their way to it."""

import time
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=1) as pool:
        pool.submit(abs, 1).result()
        futures = [pool.submit(time.sleep, 1) for _ in range(6)]
        time.sleep(0.5)
        running = [future.running() for future in futures]
        pool.shutdown(cancel_futures=True)
    # How many depends on how soon the first of them was handed over.
    right = running in ([True] * 2 + [False] * 4, [True] * 3 + [False] * 3)
    print("holds" if right and [future.cancelled() for future in futures] == [not one for one in running] else running)
