"""Tasks take turns at each await, in the order in which they became ready."""

import asyncio

log = []


async def work(name, count):
    for step in range(count):
        log.append(f"{name}{step}")
        await asyncio.sleep(0)


async def main():
    tasks = [asyncio.create_task(work(name, count)) for name, count in (("a", 3), ("b", 2), ("c", 1))]
    log.append("main")
    await asyncio.gather(*tasks)
    print(*log)
    print(asyncio.current_task().get_name(), tasks[0].get_name().startswith("Task-"), len(asyncio.all_tasks()))


asyncio.run(main())
