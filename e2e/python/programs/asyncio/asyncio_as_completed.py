"""as_completed and wait: the first to end comes first."""

import asyncio


async def work(delay, fails=False):
    await asyncio.sleep(delay)
    if fails:
        raise OSError(delay)
    return delay


async def main():
    for next_done in asyncio.as_completed([work(0.1), work(0.02), work(0.06)]):
        print(await next_done)
    tasks = [asyncio.create_task(work(d)) for d in (0.02, 0.3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks, timeout=0.02)
    print(len(done), len(pending))
    pending.pop().cancel()
    tasks = [asyncio.create_task(work(0.3)), asyncio.create_task(work(0.01, True))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(repr(done.pop().exception()), len(pending))
    try:
        for next_done in asyncio.as_completed([work(5)], timeout=0.05):
            await next_done
    except TimeoutError:
        print("TimeoutError")


asyncio.run(main())
