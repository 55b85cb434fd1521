"""What does a process cost? Starting it, calling it, and sending it something."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor

NUMBERS = list(range(1_000_000))


def timed(what, action):
    start = time.perf_counter()
    action()
    print(f"{what}: {(time.perf_counter() - start) * 1000:.1f} ms")


def start_and_call(method):
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
        pool.submit(abs, -1).result()


def main():
    for method in multiprocessing.get_all_start_methods():
        timed(f"make a pool of one process by {method}, call it, end it", lambda: start_and_call(method))
    with ProcessPoolExecutor(max_workers=1) as pool:
        pool.submit(abs, -1).result()
        timed("call a process that is there", lambda: pool.submit(abs, -1).result())
        timed("send it a million numbers to add up", lambda: pool.submit(sum, NUMBERS).result())
    timed("add them up here", lambda: sum(NUMBERS))


if __name__ == "__main__":
    main()
