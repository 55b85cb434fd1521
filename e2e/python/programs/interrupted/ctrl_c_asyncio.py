"""The first Ctrl+C cancels the main task of asyncio.run, also where that computes; the second is a KeyboardInterrupt."""

import asyncio


async def tidy():
    try:
        print("asleep")
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled, and tidy")
        raise


async def swallow():
    try:
        print("asleep")
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        return "swallowed"


async def compute():
    print("asleep, it seems")
    for number in range(10**12):
        if number % 1_000_000 == 0 and asyncio.current_task().cancelling():
            print("cancelled, still not asleep")
            break
    while True:
        pass


for coroutine in (tidy, swallow, compute):
    try:
        print(asyncio.run(coroutine()))
    except KeyboardInterrupt:
        print("KeyboardInterrupt")
