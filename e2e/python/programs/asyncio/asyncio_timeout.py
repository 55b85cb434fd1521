"""timeout() and wait_for() cancel what takes too long."""

import asyncio
import time


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow is cancelled")
        raise


async def main():
    start = time.perf_counter()
    try:
        async with asyncio.timeout(0.1) as limit:
            await slow()
    except TimeoutError:
        print("timed out", limit.expired())
    try:
        await asyncio.wait_for(slow(), timeout=0.1)
    except TimeoutError:
        print("timed out again")
    print(f"{time.perf_counter() - start:.1f}")
    async with asyncio.timeout(None) as limit:
        limit.reschedule(asyncio.get_running_loop().time() + 5)
        await asyncio.sleep(0)
    print(limit.expired(), await asyncio.wait_for(asyncio.sleep(0, "quick"), 5))
    try:
        async with asyncio.timeout(5), asyncio.timeout(0.05):
            await slow()
    except TimeoutError:
        print("the inner one")


asyncio.run(main())
