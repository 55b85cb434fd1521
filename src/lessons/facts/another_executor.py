"""A global counter under a lock: raised by threads, untouched by processes, and no error."""

import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

lock = threading.Lock()
counter = 0


def add_one(_):
    global counter
    with lock:
        counter += 1


def counted_by(executor):
    global counter
    counter = 0
    with executor(max_workers=2) as pool:
        list(pool.map(add_one, range(10)))
    return counter


if __name__ == "__main__":
    found = counted_by(ThreadPoolExecutor), counted_by(ProcessPoolExecutor)
    print("holds" if found == (10, 0) else found)
