"""Nine jobs, three at a time: in batches, and each as soon as there is a place."""

import asyncio
import time

SECONDS = [0.6, 0.1, 0.1] * 3  # how long each job takes
AT_ONCE = 3


async def in_batches():
    for first in range(0, len(SECONDS), AT_ONCE):
        async with asyncio.TaskGroup() as batch:
            for seconds in SECONDS[first : first + AT_ONCE]:
                batch.create_task(asyncio.sleep(seconds))


async def place_first():
    places = asyncio.Semaphore(AT_ONCE)
    async with asyncio.TaskGroup() as group:
        for seconds in SECONDS:
            await places.acquire()
            task = group.create_task(asyncio.sleep(seconds))
            task.add_done_callback(lambda _: places.release())


for way in (in_batches, place_first):
    start = time.perf_counter()
    asyncio.run(way())
    print(f"{way.__name__}: {time.perf_counter() - start:.1f} s")
