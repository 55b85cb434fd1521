"""Six pages: 0.1 s to fetch one, 0.1 s to store it. Pulled one by one, and through a queue."""

import asyncio
import time


async def pages():
    for number in range(6):
        await asyncio.sleep(0.1)  # fetches a page
        yield f"page {number}"


async def store(page):
    await asyncio.sleep(0.1)


async def pulled():
    async for page in pages():
        await store(page)


async def fill(ready):
    async for page in pages():
        await ready.put(page)
    await ready.put(None)


async def through_a_queue():
    ready = asyncio.Queue(maxsize=1)
    async with asyncio.TaskGroup() as group:
        group.create_task(fill(ready))
        while (page := await ready.get()) is not None:
            await store(page)


for way in (pulled, through_a_queue):
    start = time.perf_counter()
    asyncio.run(way())
    print(f"{way.__name__}: {time.perf_counter() - start:.1f} s")
