"""A thread counts in a loop. How long does the event loop stand still meanwhile?"""

import asyncio
import time


def work():
    total = 0
    for number in range(8_000_000):
        total += number
    return total


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
