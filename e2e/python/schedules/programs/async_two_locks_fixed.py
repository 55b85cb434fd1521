"""Both take them in the same order."""
import asyncio

a, b = asyncio.Lock(), asyncio.Lock()


async def work(one, other):
    async with one:
        await asyncio.sleep(0)
        async with other:
            pass


async def main():
    await asyncio.gather(work(a, b), work(a, b))
    print("done")


asyncio.run(main())
