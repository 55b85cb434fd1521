"""A loop that must not die catches everything. Who can still stop it?"""

import asyncio
import time


def say(what):
    print(f"{time.perf_counter() - start:.1f} s  {what}")


async def poll():
    for _ in range(4):  # a real one has no end
        try:
            await asyncio.sleep(0.5)
            say("nothing new")
        except BaseException as error:  # a bare except does the same
            say(f"ignored: {type(error).__name__}")


async def main():
    task = asyncio.create_task(poll())
    await asyncio.sleep(0.2)
    task.cancel()
    try:
        async with asyncio.timeout(0.5):
            await task
        say("the task has ended, and no TimeoutError")
    except TimeoutError:
        say("never printed")

    task = asyncio.create_task(poll())
    await asyncio.wait([task], timeout=0.2)
    say(f"after a wait with a limit, done: {task.done()}")


start = time.perf_counter()
asyncio.run(main())
say("asyncio.run has returned")
