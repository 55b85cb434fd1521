"""A loop over an async generator ends early: when is its connection closed, and by whom?"""

import asyncio
from contextlib import aclosing


async def lines():
    reader = asyncio.current_task()
    try:
        for number in range(1, 4):
            await asyncio.sleep(0)  # waits for the line
            yield number
    finally:
        by = "the task that read" if asyncio.current_task() is reader else "another task"
        print(f"  closing the connection, in {by}")
        await asyncio.sleep(0.2)  # says goodbye
        print("  connection closed")


async def plain():
    async for number in lines():
        print(f"  line {number} is enough")
        break


async def with_aclosing():
    async with aclosing(lines()) as source:
        async for number in source:
            print(f"  line {number} is enough")
            break


async def main(read):
    await read()
    print("  the program goes on for a moment")
    await asyncio.sleep(0.1)


for read in (plain, with_aclosing):
    print(read.__name__)
    asyncio.run(main(read))
