"""Ben fails while Cleo and Dan are at work. What becomes of them under as_completed?"""

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
    tasks = [asyncio.create_task(child(name), name=name) for name in WORK]
    try:
        for earliest in asyncio.as_completed(tasks):
            say(f"main gets {await earliest}")
    except ValueError as error:
        say(f"main gets {error!r}")
    say("main goes on")
    await asyncio.sleep(0.8)
    say("main ends")


asyncio.run(main())
