"""A producer that never has to wait, and one that has to: who gets a turn?"""

import asyncio


async def produce(items):
    for number in range(1, 6):
        await items.put(number)
        print("  put", number)


async def consume(items):
    for _ in range(5):
        print("  got", await items.get())


async def main(limit):
    items = asyncio.Queue(maxsize=limit)
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(items))
        group.create_task(consume(items))


for limit in (0, 2):
    print(f"maxsize={limit}")
    asyncio.run(main(limit))
