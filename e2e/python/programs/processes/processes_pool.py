"""multiprocessing.Pool: all the ways to hand out work, and an exception on its way back."""

import multiprocessing
import time


def square(number):
    return number * number


def divide(dividend, divisor):
    return dividend / divisor


def late(number):
    time.sleep(0.05 * number)
    return number


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with context.Pool(2) as pool:
        print(pool.map(square, range(6)), pool.map(square, range(6), chunksize=4))
        print(pool.starmap(divide, [(1, 2), (3, 4)]))
        print(list(pool.imap(square, range(4))), sorted(pool.imap_unordered(late, [3, 0])))
        print(pool.apply(divide, (9, 3)), pool.apply_async(square, (7,)).get(timeout=30))
        found = []
        waiting = pool.map_async(square, range(3), callback=found.extend)
        waiting.wait()
        print(waiting.ready(), waiting.successful(), waiting.get(), found)
        try:
            pool.apply(divide, (1, 0))
        except ZeroDivisionError as error:
            print("ZeroDivisionError:", error, type(error.__cause__).__name__)
        slow = pool.apply_async(time.sleep, (60,))
        try:
            slow.get(timeout=0.05)
        except multiprocessing.TimeoutError:
            print("TimeoutError")
    try:
        pool.map(square, [1])
    except ValueError as error:
        print("ValueError:", error)
