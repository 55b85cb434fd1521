"""A process of a pool that dies in the middle of its work: every result that is missing says so."""

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def wrong():
    raise OSError("never ready")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        try:
            pool.submit(die).result()
        except BrokenProcessPool as error:
            print("BrokenProcessPool:", error)
        try:
            pool.submit(abs, 1)
        except BrokenProcessPool as error:
            print("BrokenProcessPool:", error)
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        print(pool.submit(abs, -2).result())
