"""How much memory the shop needs, by how many receipts it has sent."""

import asyncio
import tracemalloc

sending = set()


async def send(receipt):
    await asyncio.sleep(0)
    return receipt


def send_soon(receipt):
    task = asyncio.create_task(send(receipt))
    sending.add(task)


async def day():
    for order in range(5001):
        if order % 500 == 0:
            await asyncio.sleep(0.01)
            megabytes = tracemalloc.get_traced_memory()[0] / 1e6
            print(f"memory\t{order}\t{megabytes:.2f}")
        send_soon(f"receipt {order}: " + "tea, milk, bread; " * 50)


tracemalloc.start()
asyncio.run(day())
