"""A threading.local has the user, and each order is a task. Whom do the lines name?"""

import asyncio
import threading

here = threading.local()


def log(order):
    print(f"{order}, ordered by {getattr(here, 'user', 'nobody')}")


async def handle(order, name):
    if name is not None:
        here.user = name
    await asyncio.sleep(0.1)  # the database works on it
    log(order)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(handle("Ada's tea", "Ada"))
        group.create_task(handle("a guest's cake", None))


asyncio.run(main())
