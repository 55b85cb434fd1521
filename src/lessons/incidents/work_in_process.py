"""Another process adds up in one call. How long does the event loop stand still meanwhile?"""

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor


def work():
    return sum(range(40_000_000))


async def longest_pause(work_is_done):
    longest = 0.0
    while not work_is_done():
        began = time.perf_counter()
        await asyncio.sleep(0.01)
        longest = max(longest, time.perf_counter() - began)
    return longest


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=1) as pool:
        await loop.run_in_executor(pool, int)  # the process is there
        began = time.perf_counter()
        future = loop.run_in_executor(pool, work)
        pause = await longest_pause(future.done)
        took = time.perf_counter() - began
    print(f"work {took * 1000:.0f} ms, longest pause {pause * 1000:.0f} ms")


if __name__ == "__main__":
    asyncio.run(main())
