"""A hundred thousand jobs, ten at a time: first a place, and then a task for the job."""

import asyncio
import time
import tracemalloc

JOBS, AT_ONCE = 100_000, 10
WATCH_MEMORY = True  # tracemalloc costs time: False shows how long it takes without


async def work(job):
    if job == 0:
        print(f"the first job begins after {time.perf_counter() - start:.2f} s")
    await asyncio.sleep(0)  # the others go on, as while we wait for an answer


async def main():
    places = asyncio.Semaphore(AT_ONCE)
    async with asyncio.TaskGroup() as group:
        for job in range(JOBS):
            await places.acquire()  # until one of the ten is done
            task = group.create_task(work(job))
            task.add_done_callback(lambda _: places.release())


if WATCH_MEMORY:
    tracemalloc.start()
start = time.perf_counter()
asyncio.run(main())
seconds = time.perf_counter() - start
if WATCH_MEMORY:
    print(f"{tracemalloc.get_traced_memory()[1] / 1000:,.0f} kB at the most")
print(f"{JOBS:,} jobs, {AT_ONCE} at a time, in {seconds:.2f} s")
