"""Four things are put in line. In which order do they have their turns?"""

import asyncio


async def task():
    print("the task begins")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "call_later(0, ...)")
    made = asyncio.create_task(task())
    loop.call_soon(print, "call_soon(...)")
    print("main goes on")
    await asyncio.sleep(0)  # main stands at the end of the line
    print("main is back")
    await made
    print("main did not wait: the task was done")
    await asyncio.sleep(0)


asyncio.run(main())
