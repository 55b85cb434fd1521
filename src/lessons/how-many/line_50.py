"""How long do tasks wait for a worker that is busy 50 % of the time? Computed, not measured."""

import math
import random
import statistics

LOAD = 0.50
TASKS = 1_000_000
TASK_MS = 10  # on average

chance = random.Random()
now = free_at = 0.0
waits = []
for _ in range(TASKS):
    now += chance.expovariate(LOAD / TASK_MS)  # a task comes
    begins = max(now, free_at)  # begins when the worker is free
    waits.append(begins - now)
    free_at = begins + chance.expovariate(1 / TASK_MS)  # and keeps it for a while


def theory(share):
    """How long this share of the tasks waits at least, in milliseconds, if the line never ends (M/M/1)."""
    return max(0, TASK_MS * math.log(LOAD / share) / (1 - LOAD))


percentiles = statistics.quantiles(waits, n=100, method="inclusive")
print(f"one worker, busy {LOAD:.0%} of the time; {TASKS:,} tasks of {TASK_MS} ms")
print(f"half of them wait longer than {percentiles[49]:.1f} ms (theory: {theory(0.5):.1f} ms)")
print(f"one in a hundred longer than {percentiles[98]:.0f} ms (theory: {theory(0.01):.0f} ms)")
