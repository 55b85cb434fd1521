"""A pipeline of three stages, joined by queues, ended by a sentinel."""

import asyncio


async def read(out):
    for number in range(6):
        await out.put(number)
    await out.put(None)


async def square(source, out):
    while (number := await source.get()) is not None:
        await asyncio.sleep(0.002)
        await out.put(number**2)
    await out.put(None)


async def collect(source):
    results = []
    while (number := await source.get()) is not None:
        results.append(number)
    return results


async def main():
    first, second = asyncio.Queue(2), asyncio.Queue(2)
    async with asyncio.TaskGroup() as group:
        group.create_task(read(first))
        group.create_task(square(first, second))
        result = group.create_task(collect(second))
    print(result.result())


asyncio.run(main())
