"""An update is lost in one thread: between reading and
writing stands an `await`.

No task interrupts another anywhere else. asyncio takes
tasks in order, and so loses one each time. In any order
(see the settings), some schedules lose nothing.
"""

import asyncio

counter = 0


async def add():
    global counter
    value = counter
    await asyncio.sleep(0)
    counter = value + 1


async def main():
    await asyncio.gather(add(), add())
    print(counter)


asyncio.run(main())
