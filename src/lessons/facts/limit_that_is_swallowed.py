"""A limit around the await of a task that catches CancelledError raises nothing; asyncio.wait returns in time."""

import asyncio


async def stubborn(seen):
    for _ in range(3):
        try:
            await asyncio.sleep(0.1)
        except asyncio.CancelledError:
            seen.append("swallowed")


async def main():
    seen = []
    task = asyncio.create_task(stubborn(seen))
    async with asyncio.timeout(0.05) as limit:
        await task
    waiting = asyncio.create_task(stubborn(seen))
    _, pending = await asyncio.wait([waiting], timeout=0.05)
    await waiting
    return seen, limit.expired(), task.cancelled(), len(pending)


found = asyncio.run(main())
print("holds" if found == (["swallowed"], True, False, 1) else found)
