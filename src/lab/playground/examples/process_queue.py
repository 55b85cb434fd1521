"""Two processes share nothing. They send each other messages through queues."""

import multiprocessing
import os


def work(orders, results):
    for number in iter(orders.get, None):
        results.put((number, number**2, os.getpid()))


if __name__ == "__main__":
    orders, results = multiprocessing.Queue(), multiprocessing.Queue()
    process = multiprocessing.Process(target=work, args=(orders, results))
    process.start()
    for number in (3, 5, 8):
        orders.put(number)
    for _ in range(3):
        number, square, pid = results.get()
        here = "this" if pid == os.getpid() else "another"
        print(f"{number} squared is {square}, says {here} process")
    orders.put(None)
    process.join()
    print(f"It ended with exit code {process.exitcode}")
