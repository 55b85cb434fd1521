"""Two tasks stand still. Where, and who waits for them?"""

import asyncio
import sys


async def grind(beans):
    return await beans.get()


async def brew(machine, beans):
    async with machine:
        return await grind(beans)


async def clean(machine):
    async with machine:
        print("clean")


async def main():
    machine, beans = asyncio.Lock(), asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(brew(machine, beans), name="Ada")
        group.create_task(clean(machine), name="Ben")


def tell(tasks):
    for task in sorted(tasks, key=asyncio.Task.get_name):
        if sys.version_info >= (3, 14):
            asyncio.print_call_graph(task, file=sys.stdout)
        else:
            task.print_stack(file=sys.stdout)


async def watch():
    """Runs main() for a second at most, and tells where its tasks stand before it is cancelled."""
    running = asyncio.create_task(main(), name="main")
    await asyncio.wait([running], timeout=1)
    tell(asyncio.all_tasks() - {running, asyncio.current_task()})
    running.cancel()


asyncio.run(watch())
