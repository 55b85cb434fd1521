"""One that stays set reaches those who come later as well."""
import asyncio

event = asyncio.Event()


async def wait():
    await event.wait()


async def pulse():
    event.set()


async def main():
    await asyncio.gather(wait(), pulse())
    print("went on")


asyncio.run(main())
