"""Ada is cancelled, and has not failed. Does that end Ben too?"""

import asyncio


async def work(name, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"  {name} is cancelled")
        raise
    print(f"  {name} has ended")


async def in_a_group():
    async with asyncio.TaskGroup() as group:
        ada = group.create_task(work("Ada", 2), name="Ada")
        group.create_task(work("Ben", 0.8), name="Ben")
        await asyncio.sleep(0.4)
        ada.cancel()
    print("  the group has ended")


async def with_gather():
    ada = asyncio.create_task(work("Ada", 2), name="Ada")
    ben = asyncio.create_task(work("Ben", 0.8), name="Ben")
    asyncio.get_running_loop().call_later(0.4, ada.cancel)
    await asyncio.gather(ada, ben)


async def main():
    for way in (in_a_group, with_gather):
        print(way.__name__)
        try:
            await way()
        except asyncio.CancelledError:
            asked = asyncio.current_task().cancelling()
            print(f"  main gets CancelledError, and was cancelled {asked} times")
    await asyncio.sleep(0.8)


asyncio.run(main())
