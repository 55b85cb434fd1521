"""A context variable has the user, and each task uses run_in_executor. Whom do the lines name?"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


def log(order):
    print(f"{order}, ordered by {user.get()}")


async def handle(order, name, pool):
    if name is not None:
        user.set(name)
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(pool, log, order)


async def main(pool):
    async with asyncio.TaskGroup() as group:
        group.create_task(handle("Ada's tea", "Ada", pool))
        group.create_task(handle("a guest's cake", None, pool))


with ThreadPoolExecutor(max_workers=1) as pool:
    asyncio.run(main(pool))
