"""Three tasks of one group fail. Who picks which failure?"""

import asyncio


async def read_price():
    raise ValueError("no number")


async def read_name():
    raise KeyError("name")


async def save():
    try:
        await asyncio.sleep(60)
    finally:  # it is cancelled, tidies up, and that fails
        raise ConnectionError("the server is gone")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read_price())
            group.create_task(save())
            group.create_task(read_name())
    except* ValueError as some:
        print("ValueError:", *some.exceptions)
    except* OSError as some:  # a ConnectionError is one
        print("OSError:", *some.exceptions)


try:
    asyncio.run(main())
except ExceptionGroup as rest:
    print("nobody picked", rest.exceptions)
