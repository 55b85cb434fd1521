"""An event loop of our own: a queue of what is ready, a heap of timers, and a turn for each."""

import heapq
import time
from collections import deque
from itertools import count
from types import coroutine

ready = deque()  # coroutines that can go on, the first first
timers = []  # (when, number, coroutine), the earliest first
numbers = count()


@coroutine
def sleep(seconds):
    yield seconds  # here the coroutine stops, and run() gets the number


async def nap(name, seconds):
    print(f"{name} lies down")
    await sleep(seconds)
    print(f"{name} is awake")


def run(*coroutines):
    ready.extend(coroutines)
    while ready or timers:
        if not ready:
            time.sleep(max(0, timers[0][0] - time.monotonic()))
        while timers and timers[0][0] <= time.monotonic():
            ready.append(heapq.heappop(timers)[2])
        for _ in range(len(ready)):  # what becomes ready now has its turn in the next round
            running = ready.popleft()
            try:
                seconds = running.send(None)  # runs it up to its next await that waits
            except StopIteration:
                continue
            heapq.heappush(timers, (time.monotonic() + seconds, next(numbers), running))


start = time.perf_counter()
run(nap("Ada", 0.2), nap("Ben", 0.1))
print(f"{time.perf_counter() - start:.1f} s")
