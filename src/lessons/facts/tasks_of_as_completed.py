"""Since 3.13 `async for` over as_completed gives the tasks themselves; a plain `for` gives other awaitables."""

import asyncio
import sys


async def main():
    task = asyncio.ensure_future(asyncio.sleep(0, "done"))
    for plain in asyncio.as_completed([task]):
        if plain is task or await plain != "done":
            return "a plain loop gives the task"
    try:
        async for given in asyncio.as_completed([task]):
            return "holds" if given is task and sys.version_info >= (3, 13) else "another one, or too early"
    except TypeError:
        return "holds" if sys.version_info < (3, 13) else "no async for"


print(asyncio.run(main()))
