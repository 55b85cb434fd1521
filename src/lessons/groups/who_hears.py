"""Ada fails, Ben is left alone and fails too. Who hears of Ben?"""

import asyncio
import gc


def log(loop, context):
    print("  logged:", context["message"])


async def fail(name, seconds):
    await asyncio.sleep(seconds)
    raise ValueError(f"{name} fails")


async def with_gather():
    try:
        await asyncio.gather(fail("Ada", 0.2), fail("Ben", 0.6))
    except ValueError as error:
        print("  main gets", repr(error))


async def with_wait():
    tasks = [asyncio.create_task(fail("Ada", 0.2)), asyncio.create_task(fail("Ben", 0.6))]
    done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print("  main gets", repr(done.pop().exception()))


async def with_nobody():
    asyncio.create_task(asyncio.Event().wait())  # no name, no group: nobody holds this task


async def main():
    asyncio.get_running_loop().set_exception_handler(log)
    for way in (with_gather, with_wait, with_nobody):
        print(way.__name__)
        await way()
        await asyncio.sleep(0.8)
        gc.collect()  # happens now and then by itself


asyncio.run(main())
