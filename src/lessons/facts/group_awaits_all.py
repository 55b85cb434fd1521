"""A task group waits for Ben to tidy up or to end: if Ada fails, if she is cancelled, if the task that waits is."""

import asyncio


async def ada(error):
    await asyncio.sleep(0.05 if error else 60)
    raise error


async def ben(noted):
    try:
        await asyncio.sleep(0.3)
        noted.append("ended")
    except asyncio.CancelledError:
        noted.append("cancelled")
        await asyncio.sleep(0.05)
        noted.append("tidy")


async def both(work):
    async with asyncio.TaskGroup() as group:
        for one in work:
            group.create_task(one)


async def main():
    for error, fate in (ValueError, "tidy"), (asyncio.CancelledError, "ended"), (None, "tidy"):
        noted = []
        wait = asyncio.wait_for(both([ada(error), ben(noted)]), None if error else 0.05)
        await asyncio.gather(wait, return_exceptions=True)
        if noted[-1] != fate:
            return error, noted


print(hasattr(asyncio, "TaskGroup") and asyncio.run(main()) or "holds")
