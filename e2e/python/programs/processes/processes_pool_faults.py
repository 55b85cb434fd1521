"""Pools: own exceptions, callbacks, results and exceptions that cannot be pickled, and the next pool works."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


class Two(Exception):
    def __init__(self, number, other):
        super().__init__("only one of them")


def work(number):
    if number == 2:
        raise KeyError("two", number)
    return number


def raise_two():
    raise Two(1, 2)


def function():
    return lambda: 1


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:
        got, failed = [], []
        results = [pool.apply_async(work, (number,), callback=got.append, error_callback=failed.append) for number in range(4)]
        pool.close()
        pool.join()
        print(sorted(got), failed, [result.successful() for result in results])
    with context.Pool(2) as pool:
        for attempt, args in ((pool.map, (work, range(4))), (pool.apply, (function,)), (lambda *args: list(pool.imap_unordered(*args)), (work, range(3)))):
            try:
                attempt(*args)
            except (KeyError, multiprocessing.pool.MaybeEncodingError) as error:
                print(type(error).__name__, str(error)[:30])
    for task in (raise_two, function, int):
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            error = pool.submit(task).exception()
            print(isinstance(error, BrokenProcessPool), error if isinstance(error, BrokenProcessPool) else error is None)
