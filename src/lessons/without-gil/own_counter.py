"""Ten tasks add to one counter: in threads, and in interpreters of one process. Python 3.14."""

import sys
import threading
from concurrent import futures

lock = threading.Lock()
counter = 0


def add(amount):
    """Adds to the counter, and returns what it is then."""
    global counter
    with lock:
        counter += amount
        return counter


def main():
    global counter
    if not hasattr(futures, "InterpreterPoolExecutor"):
        print("InterpreterPoolExecutor came with Python 3.14;")
        print(f"this is {sys.version.split()[0]}")
        return
    for executor in (futures.ThreadPoolExecutor, futures.InterpreterPoolExecutor):
        counter = 0
        with executor(max_workers=1) as pool:
            seen = list(pool.map(add, [1] * 10))
        print(f"{executor.__name__}: the tasks see {seen[-1]}, the program sees {counter}")


if __name__ == "__main__":
    main()
