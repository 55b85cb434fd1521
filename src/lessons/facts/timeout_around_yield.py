"""A time limit around a `yield` goes on counting while the reader has the item: it cancels the reader, who sees no `TimeoutError`."""

import asyncio


async def numbers():
    async with asyncio.timeout(0.05):
        yield 1
        yield 2


async def read():
    try:
        async for _ in numbers():
            await asyncio.sleep(5)
    except asyncio.CancelledError:
        return "cancelled"
    except TimeoutError:
        return "timed out"
    return "read to the end"


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)  # the error of the generator that is left
    return await read()


if not hasattr(asyncio, "timeout"):
    print("holds")  # there is nothing to say about it yet
else:
    seen = asyncio.run(main())
    print("holds" if seen == "cancelled" else seen)
