"""A hundred thousand jobs, ten at a time: a task for each job, and a semaphore."""

import asyncio
import time
import tracemalloc

JOBS, AT_ONCE = 100_000, 10
WATCH_MEMORY = True  # tracemalloc costs time: False shows how long it takes without


async def work(job):
    if job == 0:
        print(f"the first job begins after {time.perf_counter() - start:.2f} s")
    await asyncio.sleep(0)  # the others go on, as while we wait for an answer


async def work_in_turn(job, places):
    async with places:
        await work(job)


async def main():
    places = asyncio.Semaphore(AT_ONCE)
    async with asyncio.TaskGroup() as group:
        for job in range(JOBS):
            group.create_task(work_in_turn(job, places))


if WATCH_MEMORY:
    tracemalloc.start()
start = time.perf_counter()
asyncio.run(main())
seconds = time.perf_counter() - start
if WATCH_MEMORY:
    print(f"{tracemalloc.get_traced_memory()[1] / 1000:,.0f} kB at the most")
print(f"{JOBS:,} jobs, {AT_ONCE} at a time, in {seconds:.2f} s")
