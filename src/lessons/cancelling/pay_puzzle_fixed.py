"""Ada waits for the bank, and takes a book. Kim calls her off."""

import asyncio

purse = 10
books = 0


async def pay():
    global purse
    await asyncio.sleep(0)  # the bank is at work
    purse -= 10


async def buy():
    global books
    payment = asyncio.create_task(pay(), name="Bank")
    try:
        await payment
    finally:
        if payment.done() and not payment.cancelled():
            books += 1


async def call_off(task):
    task.cancel()


async def main():
    ada = asyncio.create_task(buy(), name="Ada")
    kim = asyncio.create_task(call_off(ada), name="Kim")
    await asyncio.wait([ada, kim])
    print(f"{purse} in the purse, {books} books")


asyncio.run(main())
