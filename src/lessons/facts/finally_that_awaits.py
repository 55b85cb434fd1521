"""A finally may await after a cancellation, under a limit of its own too; another cancellation cuts it short."""

import asyncio
import sys


async def work(seen, limit):
    try:
        await asyncio.sleep(10)
    finally:
        try:
            async with asyncio.timeout(limit):
                await asyncio.sleep(0.1)
                seen.append("goodbye")
        except TimeoutError:
            seen.append("no time")


async def ended(cancels, limit):
    seen = []
    task = asyncio.create_task(work(seen, limit))
    for _ in range(cancels):
        await asyncio.sleep(0.02)
        task.cancel()
    await asyncio.wait([task])
    return seen, task.cancelled()


async def main():
    return await ended(1, None), await ended(2, None), await ended(1, 0.01)


found = asyncio.run(main())
# Before 3.11.3 a limit raised CancelledError in a task that had been cancelled before: CPython's issue 102780.
no_time = ["no time"] if sys.version_info >= (3, 11, 3) else []
wanted = (["goodbye"], True), ([], True), (no_time, True)
print("holds" if found == wanted else found)
