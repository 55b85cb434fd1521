"""Who wakes looks again."""
import asyncio

items = []
condition = asyncio.Condition()


async def consume():
    async with condition:
        while not items:
            await condition.wait()
        items.pop()


async def produce():
    for item in (1, 2):
        async with condition:
            items.append(item)
            condition.notify_all()
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(consume(), consume(), produce())
    print(items)


asyncio.run(main())
