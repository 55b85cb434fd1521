"""shield protects a task from the cancellation of who waits for it."""

import asyncio

done = []


async def important():
    await asyncio.sleep(0.1)
    done.append("important work")
    return "result"


async def main():
    task = asyncio.create_task(important())
    waiter = asyncio.ensure_future(asyncio.shield(task))
    await asyncio.sleep(0.02)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print("waiter cancelled, task cancelled:", task.cancelled())
    print(await task, done)
    try:
        await asyncio.wait_for(asyncio.shield(task := asyncio.create_task(important())), 0.02)
    except TimeoutError:
        print("timed out, but", await task)


asyncio.run(main())
