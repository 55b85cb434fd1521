"""What cannot be pickled cannot be sent to a process: said as CPython says it."""

import multiprocessing
import pickle
import threading
from concurrent.futures import ProcessPoolExecutor


def make():
    return lambda: None


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    try:
        context.Process(target=lambda: None).start()
    except Exception as error:
        print(isinstance(error, (AttributeError, pickle.PicklingError)), "lambda" in str(error))
    try:
        context.Process(target=print, args=(threading.Lock(),)).start()
    except TypeError as error:
        print("TypeError:", error)
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        for work in (lambda: None, make):
            try:
                pool.submit(work).result()
            except Exception as error:
                print(isinstance(error, (AttributeError, pickle.PicklingError)), "lambda" in str(error))
    try:
        context.Queue().__reduce_ex__(2)
    except RuntimeError as error:
        print("RuntimeError:", error)
    print(multiprocessing.active_children())
