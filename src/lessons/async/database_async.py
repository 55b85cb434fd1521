"""The fake database in one thread: await lets another task in between."""

import asyncio

value = 0


async def add_one_awaiting():
    global value
    seen = value
    await asyncio.sleep(0.1)  # the other task runs now
    value = seen + 1


async def add_one():
    global value
    await asyncio.sleep(0.1)
    seen = value
    value = seen + 1  # no await since the read: nobody came between


async def main():
    global value
    await asyncio.gather(add_one_awaiting(), add_one_awaiting())
    print(f"await between read and write: expected 2, got {value}")
    value = 0
    await asyncio.gather(add_one(), add_one())
    print(f"await before the read: expected 2, got {value}")


asyncio.run(main())
