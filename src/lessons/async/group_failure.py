"""One of three tasks fails. What happens to the others?"""

import asyncio


async def work(name, seconds):
    try:
        await asyncio.sleep(seconds)
        if name == "Ben":
            raise ValueError("Ben failed")
        print(f"  {name} finished")
    except asyncio.CancelledError:
        print(f"  {name} was cancelled")
        raise


JOBS = [("Ada", 0.1), ("Ben", 0.2), ("Cleo", 0.4)]


async def main():
    print("TaskGroup")
    try:
        async with asyncio.TaskGroup() as group:
            for job in JOBS:
                group.create_task(work(*job))
    except* ValueError as failed:
        print(f"  {failed.exceptions[0]}")

    print("gather")
    try:
        await asyncio.gather(*(work(*job) for job in JOBS))
    except ValueError as failed:
        print(f"  {failed}")
    await asyncio.sleep(0.3)  # long enough to see who still runs


asyncio.run(main())
