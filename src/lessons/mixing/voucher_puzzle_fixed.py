"""A voucher of 10 is spent by a task of the web shop, or by a thread of the till."""

import asyncio

voucher = 10
bought = []


def buy(thing):
    global voucher
    if voucher >= 10:
        bought.append(thing)
        voucher -= 10


async def web_shop():
    buy("book")


async def till():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(loop.call_soon_threadsafe, buy, "film")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(web_shop(), name="Ada")
        group.create_task(till(), name="Ben")
    print(len(bought), "bought,", voucher, "left")


asyncio.run(main())
