"""KeyboardInterrupt raised in a task ends asyncio.run, after the rest is cancelled."""

import asyncio


async def other():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("other cancelled")
        raise


async def main():
    task = asyncio.create_task(other())
    await asyncio.sleep(0.01)
    raise KeyboardInterrupt


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")


async def leaves():
    raise SystemExit(4)


asyncio.run(leaves())
