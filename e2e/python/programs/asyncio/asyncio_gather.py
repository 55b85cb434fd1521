"""gather: results in order, exceptions raised or returned."""

import asyncio


async def work(number):
    await asyncio.sleep(0.03 * (3 - number))
    if number == 2:
        raise ValueError(f"no {number}")
    return number * 10


async def main():
    print(await asyncio.gather(work(0), work(1), work(3)))
    print(await asyncio.gather(*(work(n) for n in range(4)), return_exceptions=True))
    try:
        await asyncio.gather(work(1), work(2))
    except ValueError as error:
        print("ValueError:", error)
    print(await asyncio.gather())


asyncio.run(main())
