"""Since 3.14 a process can be interrupted, so that it tidies up, and a pool's processes can be ended at once."""

import multiprocessing
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor


def wait(ready, tidied):
    try:
        ready.set()
        time.sleep(60)
    except KeyboardInterrupt:
        tidied.set()


def interrupted():
    ready, tidied = multiprocessing.Event(), multiprocessing.Event()
    process = multiprocessing.Process(target=wait, args=(ready, tidied))
    process.start()
    ready.wait()
    process.interrupt()
    process.join()
    return tidied.is_set()


def ended_pool():
    pool = ProcessPoolExecutor(max_workers=1)
    pool.submit(abs, -1).result()
    future = pool.submit(time.sleep, 60)
    while not future.running():
        time.sleep(0.01)
    pool.terminate_workers()
    return isinstance(future.exception(timeout=30), BrokenExecutor)


if __name__ == "__main__":
    if not hasattr(multiprocessing.Process, "interrupt"):
        print("holds")  # there is nothing to say about it yet
    else:
        found = interrupted(), ended_pool()
        print("holds" if all(found) else found)
