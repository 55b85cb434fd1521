"""Ten thousand tasks sleep a second each, in one thread."""

import asyncio
import threading
import time

TASKS = 10_000


async def main():
    async with asyncio.TaskGroup() as group:
        for _ in range(TASKS):
            group.create_task(asyncio.sleep(1))


start = time.perf_counter()
asyncio.run(main())
seconds = time.perf_counter() - start
print(f"threads: {threading.active_count()}")
print(f"{TASKS:,} sleeps of 1 s, all at once, in {seconds:.2f} s")
