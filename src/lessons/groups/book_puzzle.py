"""A book is wanted from Ada or Ben. Who has it first gets the order, and the other is called off."""

import asyncio

orders = []


async def ask(shop, looks):
    for _ in range(looks):
        await asyncio.sleep(0)  # they look for it
    orders.append(shop)


async def main():
    ada = asyncio.create_task(ask("Ada", 1), name="Ada")
    ben = asyncio.create_task(ask("Ben", 3), name="Ben")
    await asyncio.wait([ada, ben], return_when=asyncio.FIRST_COMPLETED)
    ada.cancel()
    ben.cancel()
    print("ordered:", len(orders))


asyncio.run(main())
