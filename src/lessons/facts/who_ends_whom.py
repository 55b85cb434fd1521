"""What becomes of Ben, when the wait is over and later: if Ada fails, if she is cancelled, if the task that waits is."""

import asyncio

LEFT, AWAITED, TIDY, HASTY = ("at work", "ended"), ("ended", "ended"), ("tidy", "tidy"), ("cancelled", "tidy")
EXPECTED = [("gather", LEFT, LEFT, HASTY), ("gather_all", AWAITED, AWAITED, TIDY)]
EXPECTED += [("wait", LEFT, AWAITED, LEFT), ("as_completed", LEFT, LEFT, LEFT)]


async def ada(error):
    await asyncio.sleep(0.05 if error else 60)
    raise error


async def ben(noted):
    try:
        await asyncio.sleep(0.3)
        noted.append("ended")
    except asyncio.CancelledError:
        noted.append("cancelled")
        await asyncio.sleep(0.05)
        noted.append("tidy")


async def both(way, tasks):
    if way == "wait":
        await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    elif way == "as_completed":
        [await earliest for earliest in asyncio.as_completed(tasks)]
    else:
        await asyncio.gather(*tasks, return_exceptions=way == "gather_all")


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
    for way, *fates in EXPECTED:
        for error, fate in zip((ValueError, asyncio.CancelledError, None), fates):
            noted = ["at work"]
            tasks = [asyncio.ensure_future(work) for work in (ada(error), ben(noted))]
            await asyncio.wait([asyncio.ensure_future(asyncio.wait_for(both(way, tasks), None if error else 0.05))])
            if (noted[-1], (await asyncio.sleep(0.4, noted))[-1]) != fate:
                return way, error, noted


print(asyncio.run(main()) or "holds")
