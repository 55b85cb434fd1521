"""A million numbers are added up by a forked process, which inherits them, where Python can fork."""

import multiprocessing
import time
from array import array
from statistics import median

COUNT = 1_000_000


def add_up(numbers, answers):
    answers.send(sum(numbers))


def fork_and_add_up(numbers):
    context = multiprocessing.get_context("fork")
    reader, writer = context.Pipe(duplex=False)
    with reader, writer:
        child = context.Process(target=add_up, args=(numbers, writer))
        child.start()
        total = reader.recv()
        child.join()
    return total


def main():
    if "fork" not in multiprocessing.get_all_start_methods():
        print("This Python cannot fork.")
        return
    numbers = array("q", range(COUNT))
    times = []
    for _ in range(5):
        start = time.perf_counter()
        total = fork_and_add_up(numbers)
        times.append(time.perf_counter() - start)
    print(f"The sum is {total:,}")
    print(f"Inherited, and added up, in {median(times):.4f} s")


if __name__ == "__main__":
    main()
