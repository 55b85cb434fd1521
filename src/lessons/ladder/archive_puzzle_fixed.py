"""The archive is closed only when both of the tasks in the group are over."""

import asyncio

archive = "open"
added = []


async def add(file):
    await asyncio.sleep(0)  # the file is read
    if file is None:
        raise OSError("no such file")
    added.append(f"{file}, archive {archive}")


async def main():
    global archive
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(add(None), name="Ada")
            group.create_task(add("photo"), name="Ben")
    except* OSError:
        archive = "closed"
    await asyncio.sleep(0)  # the archive is sent
    print("added:", *added)


asyncio.run(main())
