"""Two awaits in a row take as long as both; two tasks as long as one."""

import asyncio
import time


async def took(awaitable):
    start = time.perf_counter()
    await awaitable
    return time.perf_counter() - start


async def in_a_row():
    await asyncio.sleep(0.2)
    await asyncio.sleep(0.2)


async def main():
    row = await took(in_a_row())
    tasks = await took(asyncio.gather(asyncio.sleep(0.2), asyncio.sleep(0.2)))
    print("holds" if row >= 0.39 and tasks < row - 0.1 else (row, tasks))


asyncio.run(main())
