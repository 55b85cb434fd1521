"""Two servers are asked by two tasks, each awaited where it is made."""

import asyncio
import time


async def ask(server):
    await asyncio.sleep(0.3)  # waits for the answer
    return f"answer of {server}"


async def main():
    start = time.perf_counter()
    await asyncio.create_task(ask("one"))
    await asyncio.create_task(ask("two"))
    print(f"took {time.perf_counter() - start:.2f} s")


asyncio.run(main())
