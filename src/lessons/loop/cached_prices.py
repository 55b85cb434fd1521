"""A cache makes an await fast. What does it do to the others on the loop?"""

import asyncio

prices = {}
beats = 0


async def price(item):
    if item not in prices:
        await asyncio.sleep(0.05)  # asks the shop
        prices[item] = 4
    return prices[item]


async def total(items):
    return sum([await price(item) for item in items])


async def heart():
    global beats
    while True:
        await asyncio.sleep(0)
        beats += 1


async def main():
    pulse = asyncio.create_task(heart())
    for attempt in ("first", "second"):
        before = beats
        await total(["tea"] * 100_000)
        print(f"{attempt} bill: 100,000 awaits, the heart went on: {beats > before}")
    pulse.cancel()


asyncio.run(main())
