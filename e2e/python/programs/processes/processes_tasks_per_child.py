"""Pools whose processes do one task each: every place is given to many processes, one after another."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor


def serve(number):
    return number, os.getpid()


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    for turn in range(4):
        with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as pool:
            served = [pool.submit(serve, number).result() for number in range(3)]
        print([number for number, _ in served], len({pid for _, pid in served}), "processes")
    with context.Pool(2, maxtasksperchild=1) as pool:
        served = pool.map(serve, range(6), chunksize=1)
    print([number for number, _ in served], len({pid for _, pid in served}), "processes")
