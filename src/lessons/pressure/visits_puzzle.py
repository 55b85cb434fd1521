"""Ada and Ben each add one to a count that a store keeps. Ben comes later."""

import asyncio

store = {"visits": 0}


async def get(key):
    await asyncio.sleep(0.01)  # the store is asked
    return store[key]


async def put(key, value):
    await asyncio.sleep(0.01)  # the store is told
    store[key] = value


async def visit(later):
    await asyncio.sleep(later)
    visits = await get("visits")
    await put("visits", visits + 1)


async def main():
    ada = asyncio.create_task(visit(later=0), name="Ada")
    ben = asyncio.create_task(visit(later=0.5), name="Ben")
    await ada
    await ben
    print("visits:", store["visits"])


asyncio.run(main())
