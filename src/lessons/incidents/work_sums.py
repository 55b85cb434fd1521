"""A thread adds up in one call. How long does the event loop stand still meanwhile?"""

import asyncio
import time


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
    began = time.perf_counter()
    task = asyncio.create_task(asyncio.to_thread(work))
    pause = await longest_pause(task.done)
    took = time.perf_counter() - began
    print(f"work {took * 1000:.0f} ms, longest pause {pause * 1000:.0f} ms")


asyncio.run(main())
