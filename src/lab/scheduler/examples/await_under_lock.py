"""Two tasks update one value across an await, under an
asyncio.Lock: the second waits, and no update is lost.

A threading.Lock would stop the whole loop instead.
"""

import asyncio

counter = 0
lock = asyncio.Lock()


async def add():
    global counter
    async with lock:
        value = counter
        await asyncio.sleep(0)
        counter = value + 1


async def main():
    await asyncio.gather(add(), add())
    print(counter)


asyncio.run(main())
