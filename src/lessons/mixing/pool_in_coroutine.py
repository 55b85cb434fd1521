"""A limit ends the wait for a slow call. Where does the loop wait for it all the same?"""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise


async def heart(beats):
    while True:
        beats.append(time.perf_counter())
        await asyncio.sleep(0.05)


async def ask(pool):
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.3):
            await loop.run_in_executor(pool, time.sleep, 1)
    except TimeoutError:
        print("  the limit is over")


async def with_a_pool_of_its_own():
    with ThreadPoolExecutor(max_workers=1) as pool:
        await ask(pool)


async def longest_gap(work):
    beats = []
    pulse = asyncio.create_task(heart(beats))
    await work
    await asyncio.sleep(0.1)
    pulse.cancel()
    gap = max(after - before for before, after in pairwise(beats))
    print(f"  the longest gap between two beats: {gap:.1f} s")


print("the pool is made in the coroutine:")
asyncio.run(longest_gap(with_a_pool_of_its_own()))
print("the pool is handed in:")
with ThreadPoolExecutor(max_workers=1) as pool:
    asyncio.run(longest_gap(ask(pool)))
