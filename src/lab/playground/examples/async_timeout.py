"""Three servers, the first answer wins: asyncio.timeout and cancellation."""

import asyncio


async def ask(server, seconds):
    await asyncio.sleep(seconds)
    return f"answer from {server}"


async def first_of(patience):
    servers = {"Oslo": 0.4, "Rome": 0.2, "Lima": 0.3}
    tasks = [asyncio.create_task(ask(*server)) for server in servers.items()]
    try:
        async with asyncio.timeout(patience):
            for first in asyncio.as_completed(tasks):
                return await first
    except TimeoutError:
        return f"nobody within {patience} s"
    finally:
        for task in tasks:
            task.cancel()


async def main():
    print(await first_of(patience=1))
    print(await first_of(patience=0.1))
    print(len(asyncio.all_tasks()) - 1, "tasks are about to be cancelled")
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()) - 1, "are left")


asyncio.run(main())
