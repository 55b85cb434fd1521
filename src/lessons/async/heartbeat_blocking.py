"""A heartbeat every 0.1 s, and a slow call made on the event loop."""

import asyncio
import time
from itertools import pairwise


async def heartbeat(beats):
    while True:
        beats.append(time.perf_counter())
        await asyncio.sleep(0.1)


async def main():
    beats = []
    heart = asyncio.create_task(heartbeat(beats))
    await asyncio.sleep(0.5)
    time.sleep(1)  # any call that waits or computes without await
    await asyncio.sleep(0.5)
    heart.cancel()
    gaps = [later - earlier for earlier, later in pairwise(beats)]
    print(f"{len(beats)} beats, longest gap {max(gaps):.2f} s")


asyncio.run(main())
