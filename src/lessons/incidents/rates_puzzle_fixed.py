"""A service converts amounts. A thread fetches the exchange rate."""

import asyncio
import time

rate = 1.0
fetches = 0


async def keep_rate():
    global rate
    while True:
        rate = await asyncio.to_thread(fetch_rate)
        await asyncio.sleep(0.4)  # a minute, in the real service


async def convert(amount):
    await asyncio.sleep(0.01)
    return amount * rate


# From here on it stays as it is: the bank's library, and a customer's slowest answer.
def fetch_rate():
    """Ask the bank, and wait for its answer."""
    global fetches
    time.sleep(0.6)
    fetches += 1
    return 1.1


async def slowest_answer():
    slowest = 0
    end = time.perf_counter() + 2.5
    while (asked := time.perf_counter()) < end:
        await convert(100)
        slowest = max(slowest, time.perf_counter() - asked)
    return slowest


async def main():
    keeper = asyncio.create_task(keep_rate(), name="keeper")
    slowest = await slowest_answer()
    keeper.cancel()
    print(f"slowest answer: {slowest * 1000:.0f} ms")
    print(f"rate: {rate}, fetched {fetches} times")


asyncio.run(main())
