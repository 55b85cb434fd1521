"""Two tasks each add one to a record that holds 0, in one thread."""

import asyncio

record = 0


async def add_one():
    global record
    seen = record
    await asyncio.sleep(0)
    record = seen + 1


async def main():
    ada = asyncio.create_task(add_one(), name="Ada")
    ben = asyncio.create_task(add_one(), name="Ben")
    await ada
    await ben
    print(record)


asyncio.run(main())
