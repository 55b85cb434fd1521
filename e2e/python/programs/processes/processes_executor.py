"""ProcessPoolExecutor: submit, map in chunks, exceptions, cancellation, callbacks, and its end."""

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait


def square(number):
    return number * number


def fail(number):
    raise ValueError(f"no {number}")


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=2, mp_context=context) as pool:
        print(pool.submit(square, 7).result(), list(pool.map(square, range(5))), list(pool.map(pow, [2, 3], [5, 2], chunksize=2)))
        print(sorted(future.result() for future in as_completed([pool.submit(square, number) for number in range(4)])))
        try:
            pool.submit(fail, 3).result()
        except ValueError as error:
            print("ValueError:", error)
            print(type(error.__cause__).__name__, 'raise ValueError(f"no {number}")' in str(error.__cause__))
        slow = [pool.submit(time.sleep, 0.2) for _ in range(8)]
        print(slow[-1].cancel(), slow[-1].cancelled(), slow[0].done())
        done, pending = wait(slow[:2])
        print(len(done), len(pending))
        try:
            list(pool.map(time.sleep, [0.5], timeout=0.05))
        except TimeoutError:
            print("TimeoutError")
    try:
        pool.submit(square, 1)
    except RuntimeError as error:
        print("RuntimeError:", error)
