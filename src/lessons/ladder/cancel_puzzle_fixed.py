"""Ada and Ben write to a file, one at a time. Kim calls Ada off."""

import asyncio

lines = []
lock = asyncio.Lock()


async def write(line):
    async with lock:
        await asyncio.sleep(0)  # the disk is at work
        lines.append(line)


async def call_off(task):
    await asyncio.sleep(0)  # Kim thinks
    task.cancel()


async def main():
    ada = asyncio.create_task(write("from Ada"), name="Ada")
    ben = asyncio.create_task(write("from Ben"), name="Ben")
    kim = asyncio.create_task(call_off(ada), name="Kim")
    await asyncio.wait([ada, ben, kim])
    await ben  # raises what Ben has raised
    print("last line:", lines[-1])


asyncio.run(main())
