"""A TaskGroup waits for all its tasks; one that fails cancels the others."""

import asyncio


async def work(name, delay, fails=False):
    try:
        await asyncio.sleep(delay)
        if fails:
            raise OSError(f"{name} fails")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(name, 0.02)) for name in "ab"]
    print([task.result() for task in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("slow", 5))
            group.create_task(work("quick", 0.01, fails=True))
            group.create_task(work("also", 0.01, fails=True))
            await asyncio.sleep(5)
    except* OSError as group:
        print([str(error) for error in group.exceptions])


asyncio.run(main())
