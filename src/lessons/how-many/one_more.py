"""One worker is busy 95 % of the time. What does another one change? Computed, not measured."""

import heapq
import random
import statistics

LOAD = 0.95  # of one worker
TASKS = 300_000
TASK_MS = 10  # on average


def tasks():
    """When each task comes, and how long it takes: each call makes these tasks."""
    chance = random.Random(95)
    now = 0.0
    for _ in range(TASKS):
        now += chance.expovariate(LOAD / TASK_MS)
        yield now, chance.expovariate(1 / TASK_MS)


def waits_in_one_line(workers):
    free_at = [0.0] * workers  # a heap: the worker that is free first stands first
    for comes, takes in tasks():
        begins = max(comes, free_at[0])
        heapq.heapreplace(free_at, begins + takes)
        yield begins - comes


def waits_in_own_lines(workers):
    free_at = [0.0] * workers
    for number, (comes, takes) in enumerate(tasks()):
        worker = number % workers  # in turn, free or not
        begins = max(comes, free_at[worker])
        free_at[worker] = begins + takes
        yield begins - comes


def tell(who, waits):
    percentiles = statistics.quantiles(waits, n=100, method="inclusive")
    print(f"{who}: half wait longer than {percentiles[49]:.1f} ms, one in a hundred longer than {percentiles[98]:.0f} ms")


tell("1 worker", waits_in_one_line(1))
tell("2 workers, a line each", waits_in_own_lines(2))
for workers in (2, 3, 4):
    tell(f"{workers} workers, one line", waits_in_one_line(workers))
