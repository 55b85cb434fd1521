"""Tasks wait for each other as threads do."""
import asyncio

a, b = asyncio.Lock(), asyncio.Lock()


async def work(one, other):
    async with one:
        await asyncio.sleep(0)
        async with other:
            pass


async def main():
    await asyncio.gather(work(a, b), work(b, a))
    print("done")


asyncio.run(main())
