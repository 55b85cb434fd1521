"""A context variable has the user, and each task uses to_thread. Whom do the lines name?"""

import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


def log(order):
    # Text and newline in one write, or two threads mix their lines.
    print(f"{order}, ordered by {user.get()}\n", end="")


async def handle(order, name):
    if name is not None:
        user.set(name)
    await asyncio.to_thread(log, order)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(handle("Ada's tea", "Ada"))
        group.create_task(handle("a guest's cake", None))


asyncio.run(main())
