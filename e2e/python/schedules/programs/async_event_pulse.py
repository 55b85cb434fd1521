"""An event that is cleared at once reaches only those who wait already."""
import asyncio

event = asyncio.Event()


async def wait():
    await event.wait()


async def pulse():
    event.set()
    event.clear()


async def main():
    await asyncio.gather(wait(), pulse())
    print("went on")


asyncio.run(main())
