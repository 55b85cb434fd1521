"""A context variable has the user, and each task starts a thread. Whom do the lines name?"""

import asyncio
import threading
from contextvars import ContextVar

user = ContextVar("user", default="nobody")
threads = []


def log(order):
    # Text and newline in one write, or two threads mix their lines.
    print(f"{order}, ordered by {user.get()}\n", end="")


async def handle(order, name):
    if name is not None:
        user.set(name)
    thread = threading.Thread(target=log, args=(order,))
    thread.start()
    threads.append(thread)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(handle("Ada's tea", "Ada"))
        group.create_task(handle("a guest's cake", None))


asyncio.run(main())
for thread in threads:
    thread.join()
