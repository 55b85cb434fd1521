"""Since 3.14 the server from which Python on Linux copies its processes imports the program, once for all of them."""

import multiprocessing
import os
import sys


def add(pids):
    pids.append(imported_by)


imported_by = os.getpid()

if __name__ == "__main__":
    if multiprocessing.get_start_method() != "forkserver":
        print("holds")  # there is nothing to say about it here
        sys.exit()
    with multiprocessing.Manager() as manager:
        pids = manager.list()
        for _ in range(3):
            process = multiprocessing.Process(target=add, args=(pids,))
            process.start()
            process.join()
        found = len(pids), len(set(pids)), imported_by in pids
    print("holds" if found == (3, 1, False) else found)
