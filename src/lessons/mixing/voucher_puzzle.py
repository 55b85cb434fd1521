"""A voucher of 10 pays for one thing: the web shop takes it in the event loop, or the till in a thread."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

voucher = 10
bought = []


def buy(thing):
    global voucher
    if voucher >= 10:
        bought.append(thing)
        voucher -= 10


async def main(till):
    loop = asyncio.get_running_loop()
    film = loop.run_in_executor(till, buy, "film")
    buy("book")  # the web shop
    await film
    print(len(bought), "bought,", voucher, "left")


with ThreadPoolExecutor(max_workers=1) as till:
    asyncio.run(main(till))
