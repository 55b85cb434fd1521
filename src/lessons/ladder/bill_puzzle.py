"""Two tasks each add the price of a pen to a bill, in one thread."""

import asyncio

bill = 0


async def price(article):
    await asyncio.sleep(0)  # the shop looks it up
    return {"pen": 2}[article]


async def buy(article):
    global bill
    bill += await price(article)


async def main():
    ada = asyncio.create_task(buy("pen"), name="Ada")
    ben = asyncio.create_task(buy("pen"), name="Ben")
    await ada
    await ben
    print(bill, "to pay")


asyncio.run(main())
