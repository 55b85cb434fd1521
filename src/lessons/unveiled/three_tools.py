"""Three waits of one second: one after another, then with each of the three tools."""

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

SECONDS = [1, 1, 1]


def one_after_another():
    for seconds in SECONDS:
        time.sleep(seconds)


def threads():
    with ThreadPoolExecutor(max_workers=3) as pool:
        list(pool.map(time.sleep, SECONDS))  # list waits, and raises an exception of any wait


def processes():
    with ProcessPoolExecutor(max_workers=3) as pool:
        list(pool.map(time.sleep, SECONDS))


async def tasks():
    await asyncio.gather(*(asyncio.sleep(seconds) for seconds in SECONDS))


def with_asyncio():
    asyncio.run(tasks())


if __name__ == "__main__":
    for way in (one_after_another, threads, processes, with_asyncio):
        start = time.perf_counter()
        way()
        print(f"{way.__name__.replace('_', ' ')}: {time.perf_counter() - start:.2f} s")
