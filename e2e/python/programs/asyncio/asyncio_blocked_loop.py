"""A blocking call in a coroutine stops every task of the loop."""

import asyncio
import time

beats = []


async def heartbeat():
    while True:
        beats.append(time.perf_counter())
        await asyncio.sleep(0.02)


async def main():
    beating = asyncio.create_task(heartbeat())
    await asyncio.sleep(0.05)
    time.sleep(0.3)
    await asyncio.sleep(0.05)
    beating.cancel()
    gaps = [after - before for before, after in zip(beats, beats[1:])]
    print("longest gap:", round(max(gaps), 1))
    print("most were short:", sorted(gaps)[0] < 0.1)


asyncio.run(main())
