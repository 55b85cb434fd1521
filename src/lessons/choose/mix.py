"""Waiting in an event loop, computing in processes."""

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor


async def fetch(number):
    await asyncio.sleep(0.5)  # stands for a request
    return number


def compute(number):
    total = 0
    for step in range(2_000_000):
        total += step % (number + 2)
    return total


async def handle(number, pool):
    page = await fetch(number)
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(pool, compute, page)


async def main():
    with ProcessPoolExecutor() as pool:
        jobs = (handle(number, pool) for number in range(8))
        return await asyncio.gather(*jobs)


if __name__ == "__main__":
    start = time.perf_counter()
    totals = asyncio.run(main())
    print(f"{len(totals)} results in {time.perf_counter() - start:.2f} s")
