"""A task begins when the loop has its turn; since 3.14 at once, if it is to be eager."""

import asyncio
import sys


async def begin(seen):
    seen.append("begun")


async def main():
    seen = []
    lazy = asyncio.create_task(begin(seen))
    before = list(seen)
    await lazy
    if sys.version_info >= (3, 14):
        asyncio.create_task(begin(seen), eager_start=True)
        return before == [] and seen == ["begun", "begun"]
    return before == [] and seen == ["begun"]


print("holds" if asyncio.run(main()) else "not when it should")
