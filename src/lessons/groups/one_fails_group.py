"""Ben fails while Cleo and Dan are at work. What becomes of them under a task group?"""

import asyncio
import time

WORK = {"Ada": 0.2, "Ben": 0.4, "Cleo": 0.8, "Dan": 1.6}
start = time.perf_counter()


def say(what):
    print(f"{time.perf_counter() - start:.1f} s  {what}")


async def child(name):
    try:
        await asyncio.sleep(WORK[name])
    except asyncio.CancelledError:
        say(f"{name} is cancelled")
        raise
    if name == "Ben":
        say("Ben fails")
        raise ValueError("no such record")
    say(f"{name} has ended")
    return name


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(child(name), name=name) for name in WORK]
        say(f"main gets {[task.result() for task in tasks]}")
    except* ValueError as failed:
        say(f"main gets {failed.exceptions}")
    say("main goes on")
    await asyncio.sleep(0.8)
    say("main ends")


asyncio.run(main())
