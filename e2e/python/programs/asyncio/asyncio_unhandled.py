"""An exception leaves asyncio.run after the other tasks have been cancelled."""

import asyncio


async def other():
    try:
        await asyncio.sleep(10)
    finally:
        print("the other task is cancelled")


async def main():
    task = asyncio.create_task(other())
    await asyncio.sleep(0.01)
    raise LookupError("main fails")


asyncio.run(main())
