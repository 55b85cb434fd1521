"""How long does it take to read one number that lies in one of four places?"""

import multiprocessing
import time

TIMES = 1_000


def serve(requests):
    numbers = [7]
    while (index := requests.recv()) is not None:
        requests.send(numbers[index])


def ask(requests, index):
    requests.send(index)
    return requests.recv()


def timed(where, read):
    start = time.perf_counter()
    for _ in range(TIMES):
        assert read() == 7
    print(f"{where}: {(time.perf_counter() - start) / TIMES * 1_000_000:,.2f} µs")


def main():
    numbers, value = [7], multiprocessing.Value("q", 7)
    timed("a list of this process", lambda: numbers[0])
    timed("a Value, in shared memory", lambda: value.value)
    with multiprocessing.Manager() as manager:
        managed = manager.list([7])
        timed("a manager's list", lambda: managed[0])
    mine, theirs = multiprocessing.Pipe()
    child = multiprocessing.Process(target=serve, args=(theirs,))
    child.start()
    timed("a process that is asked", lambda: ask(mine, 0))
    mine.send(None)
    child.join()


if __name__ == "__main__":
    main()
