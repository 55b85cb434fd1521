"""Ten thousand tasks sleep a second each, at most 5,000 of them at once."""

import asyncio
import time

TASKS = 10_000
LIMIT = 5_000


async def nap(places):
    async with places:
        await asyncio.sleep(1)


async def main():
    places = asyncio.Semaphore(LIMIT)
    async with asyncio.TaskGroup() as group:
        for _ in range(TASKS):
            group.create_task(nap(places))


start = time.perf_counter()
asyncio.run(main())
seconds = time.perf_counter() - start
print(f"{TASKS:,} sleeps of 1 s, {LIMIT:,} at once, in {seconds:.2f} s")
