"""Cancellation is an exception inside the task: it may clean up, refuse, or say why."""

import asyncio


async def tidy():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.01)
        print("tidied up")


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        return f"refused {error}"


async def main():
    tasks = [asyncio.create_task(tidy()), asyncio.create_task(stubborn())]
    await asyncio.sleep(0)
    for task in tasks:
        print(task.cancel("enough"), task.cancelling(), task.done())
    for task in tasks:
        try:
            print(await task)
        except asyncio.CancelledError as error:
            print("CancelledError", error.args)
    print([task.cancelled() for task in tasks], tasks[0].cancel())
    never = asyncio.create_task(tidy())
    never.cancel()
    print(await asyncio.gather(never, return_exceptions=True))


asyncio.run(main())
