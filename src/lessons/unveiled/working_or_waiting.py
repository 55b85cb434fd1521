"""Is it working or waiting? Read the clock on the wall and the clock of the processor."""

import time


def compute():
    total = 0
    for number in range(10_000_000):
        total += number
    return total


def wait():
    time.sleep(1)  # stands for a server that takes a second to answer


def measure(task):
    wall_start, cpu_start = time.perf_counter(), time.process_time()
    task()
    wall = time.perf_counter() - wall_start
    cpu = time.process_time() - cpu_start
    print(f"{task.__name__}: {wall:.2f} s passed, {cpu:.2f} s of them on a core ({cpu / wall:.0%})")


measure(compute)
measure(wait)
