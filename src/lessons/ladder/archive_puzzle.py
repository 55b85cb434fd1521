"""Ada and Ben add a file each to an archive. If one fails, it is closed."""

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
    ada = asyncio.create_task(add(None), name="Ada")
    ben = asyncio.create_task(add("photo"), name="Ben")
    try:
        await asyncio.gather(ada, ben)
    except OSError:
        archive = "closed"
    await asyncio.sleep(0)  # the archive is sent
    print("added:", *added)


asyncio.run(main())
