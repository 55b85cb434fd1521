"""Two servers are asked by two tasks, and awaited when both have been made."""

import asyncio
import time


async def ask(server):
    await asyncio.sleep(0.3)  # waits for the answer
    return f"answer of {server}"


async def main():
    start = time.perf_counter()
    one = asyncio.create_task(ask("one"))
    two = asyncio.create_task(ask("two"))
    await one
    await two
    print(f"took {time.perf_counter() - start:.2f} s")


asyncio.run(main())
