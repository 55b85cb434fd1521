"""A small breakfast in one thread. Run it, and then look into its event loop, moment by moment."""

import asyncio
import time


async def cook(what, seconds):
    print(f"{what} is on")
    await asyncio.sleep(seconds)
    print(f"{what} is done")
    return what


async def slice_bread():
    await asyncio.sleep(0.1)
    time.sleep(0.25)  # keeps the thread: no await
    print("the bread is sliced")


async def main():
    asyncio.get_running_loop().call_later(0.2, print, "the doorbell rings")
    tea = asyncio.create_task(cook("tea", 0.3), name="Tea")
    toast = asyncio.create_task(cook("toast", 0.5), name="Toast")
    bread = asyncio.create_task(slice_bread(), name="Bread")
    print(await tea, "is served")
    print(await toast, "is served")
    await bread


asyncio.run(main())
