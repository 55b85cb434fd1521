"""A context variable has the user, and each order is a task. Whom do the lines name?"""

import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


def log(order):
    print(f"{order}, ordered by {user.get()}")


async def handle(order, name):
    if name is not None:
        user.set(name)
    await asyncio.sleep(0.1)  # the database works on it
    log(order)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(handle("Ada's tea", "Ada"))
        group.create_task(handle("a guest's cake", None))


asyncio.run(main())
