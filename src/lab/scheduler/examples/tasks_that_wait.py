"""Two tasks take two locks in opposite orders: asyncio
has its deadlocks, too.

Each is suspended with its first lock in hand; in any
order (see the settings), one may be done before that.
"""

import asyncio

left = asyncio.Lock()
right = asyncio.Lock()


async def work(first, second):
    async with first:
        await asyncio.sleep(0)
        async with second:
            print("worked")


async def main():
    await asyncio.gather(work(left, right), work(right, left))


asyncio.run(main())
