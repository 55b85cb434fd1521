"""Two sleeps of half a second: one after the other, then as two tasks."""

import asyncio
import time


async def nap(name):
    await asyncio.sleep(0.5)
    print(f"{name} is awake")


async def one_after_the_other():
    await nap("Ada")
    await nap("Ben")


async def as_tasks():
    ada = asyncio.create_task(nap("Ada"))
    ben = asyncio.create_task(nap("Ben"))
    await ada
    await ben


for way in (one_after_the_other, as_tasks):
    start = time.perf_counter()
    asyncio.run(way())
    print(f"{way.__name__}: {time.perf_counter() - start:.1f} s")
