"""Two servers: one is asked by a task, the other by an await."""

import asyncio
import time


async def ask(server):
    await asyncio.sleep(0.3)  # waits for the answer
    return f"answer of {server}"


async def main():
    start = time.perf_counter()
    one = asyncio.create_task(ask("one"))
    await ask("two")
    await one
    print(f"took {time.perf_counter() - start:.2f} s")


asyncio.run(main())
