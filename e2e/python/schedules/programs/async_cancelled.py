"""Cancelled in time, or only after it has ended."""
import asyncio


async def work():
    await asyncio.sleep(0)
    return "ended"


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
