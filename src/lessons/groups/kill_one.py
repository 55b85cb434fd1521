"""Four tasks in a tree of groups. Kill one of them, and watch who else ends."""

import asyncio

victim = input("Who fails: Ada, Ben, Cleo or Dan?\n").strip().capitalize()


async def work(name):
    try:
        await asyncio.sleep(0.4 if name == victim else 1.2)
    except asyncio.CancelledError:
        print(f"{name} is cancelled")
        raise
    if name == victim:
        print(f"{name} fails")
        raise ValueError(f"{name} has failed")
    print(f"{name} has ended")


async def orders():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("Ada"), name="Ada")
        group.create_task(work("Ben"), name="Ben")


async def pictures():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("Cleo"), name="Cleo")
            group.create_task(work("Dan"), name="Dan")
    except* ValueError:
        print("pictures: we can do without")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(orders(), name="orders")
        group.create_task(pictures(), name="pictures")


try:
    asyncio.run(main())
    print("main: all done")
except* ValueError as failed:
    print("main:", repr(failed))
