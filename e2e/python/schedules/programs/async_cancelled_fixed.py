"""A shield takes the blow: what is cancelled is the waiting, and the work ends."""
import asyncio


async def work():
    await asyncio.sleep(0)
    return "ended"


async def main():
    task = asyncio.create_task(work())
    waiting = asyncio.shield(task)
    await asyncio.sleep(0)
    waiting.cancel()
    print(await task)


asyncio.run(main())
