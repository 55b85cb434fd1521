"""A limit of half a second, and a finally that takes a second itself. When is it over?"""

import asyncio
import time


def say(what):
    print(f"{time.perf_counter() - start:.1f} s  {what}")


async def ask():
    try:
        await asyncio.sleep(10)  # the answer does not come
    finally:
        await asyncio.sleep(1)  # say goodbye to the server
        say("said goodbye")


async def main():
    try:
        async with asyncio.timeout(0.5):
            await ask()
    except TimeoutError:
        say("that was a limit of 0.5 s")

    task = asyncio.create_task(ask())
    for _ in range(2):
        await asyncio.sleep(0.2)
        task.cancel()
        say("cancel")
    await asyncio.wait([task])
    say(f"cancelled: {task.cancelled()}")


start = time.perf_counter()
asyncio.run(main())
