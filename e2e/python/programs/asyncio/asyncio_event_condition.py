"""asyncio.Event and asyncio.Condition wake those who wait."""

import asyncio

log = []


async def wait_event(event, name):
    log.append((name, await event.wait()))


async def wait_condition(condition, name, items):
    async with condition:
        await condition.wait_for(lambda: items)
        log.append((name, items.pop()))


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(wait_event(event, n)) for n in range(2)]
    await asyncio.sleep(0)
    print(log, event.is_set())
    event.set()
    await asyncio.gather(*tasks)
    print(log)
    log.clear()
    condition, items = asyncio.Condition(), []
    tasks = [asyncio.create_task(wait_condition(condition, n, items)) for n in range(3)]
    await asyncio.sleep(0.01)
    async with condition:
        items += ["x", "y", "z"]
        condition.notify(1)
    await asyncio.sleep(0.01)
    print(log)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
    print(log, items)


asyncio.run(main())
