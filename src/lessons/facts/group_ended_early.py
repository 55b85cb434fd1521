"""Since 3.15 a task group can be ended early: it cancels its tasks and its block, and raises nothing but their failures."""

import asyncio

noted = []


async def work():
    try:
        await asyncio.sleep(60)
    finally:
        raise OSError


async def cancelled_within(work):
    async with asyncio.TaskGroup() as group:
        group.create_task(work)
        await asyncio.sleep(0.01)
        group.cancel()
        noted.append("goes on")
        await asyncio.sleep(0)
        noted.append("beyond it")


async def cancelled_before():
    group = asyncio.TaskGroup()
    group.cancel()
    async with group:
        noted.append("begins")
        await asyncio.sleep(0)
        noted.append("beyond")


async def main():
    await cancelled_within(asyncio.sleep(60))
    await cancelled_before()
    try:
        await cancelled_within(work())
    except ExceptionGroup:
        noted.append("failed")


if hasattr(getattr(asyncio, "TaskGroup", None), "cancel"):
    asyncio.run(main())
print("holds" if noted in ([], ["goes on", "begins", "goes on", "failed"]) else noted)
