"""Ada and Ben each add one to a count that a store keeps. Ben is busy first."""

import asyncio

store = {"visits": 0}


async def get(key):
    await asyncio.sleep(0)  # the store is asked
    return store[key]


async def put(key, value):
    await asyncio.sleep(0)  # the store is told
    store[key] = value


async def visit(busy):
    for _ in range(busy):
        await asyncio.sleep(0)
    visits = await get("visits")
    await put("visits", visits + 1)


async def main():
    ada = asyncio.create_task(visit(busy=0), name="Ada")
    ben = asyncio.create_task(visit(busy=3), name="Ben")
    await ada
    await ben
    print("visits:", store["visits"])


asyncio.run(main())
