"""Two tasks each add one to a counter, and await what the next number is."""

import asyncio

counter = 0


async def one_more(number):
    return number + 1


async def count():
    global counter
    counter = await one_more(counter)


async def main():
    ada = asyncio.create_task(count(), name="Ada")
    ben = asyncio.create_task(count(), name="Ben")
    await ada
    await ben
    print(counter)


asyncio.run(main())
