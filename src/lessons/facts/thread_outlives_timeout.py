"""A call in to_thread runs to its end after its timeout, and asyncio.run waits for it."""

import asyncio
import time


async def main():
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.5), timeout=0.1)
    except (TimeoutError, asyncio.TimeoutError):
        return time.perf_counter()


start = time.perf_counter()
gave_up = asyncio.run(main())
returned = time.perf_counter()
holds = gave_up - start < 0.4 and returned - start >= 0.49
print("holds" if holds else (gave_up - start, returned - start))
