"""An event loop that has work done in processes, and goes on meanwhile."""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def compute(number):
    return sum(range(number))


async def main():
    loop = asyncio.get_running_loop()
    ticks = 0
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        jobs = [loop.run_in_executor(pool, compute, number) for number in (10, 100, 1000)]
        gathered = asyncio.gather(*jobs)
        while not gathered.done():
            ticks += 1
            await asyncio.sleep(0.001)
        print(await gathered, ticks > 0)


if __name__ == "__main__":
    asyncio.run(main())
