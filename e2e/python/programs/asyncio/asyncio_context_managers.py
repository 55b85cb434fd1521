"""async with, exits in order, and an AsyncExitStack."""

import asyncio
import contextlib


@contextlib.asynccontextmanager
async def resource(name):
    await asyncio.sleep(0)
    print("open", name)
    try:
        yield name
    except ValueError as error:
        print(name, "sees", error)
        raise
    finally:
        await asyncio.sleep(0)
        print("close", name)


async def main():
    async with resource("a"), resource("b"):
        print("inside")
    async with contextlib.AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(name)) for name in "cd"]
        stack.callback(print, "called on the way out")
        print(names)
    with contextlib.suppress(ValueError):
        async with resource("e"):
            raise ValueError("trouble")


asyncio.run(main())
