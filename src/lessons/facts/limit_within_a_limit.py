"""An `except TimeoutError` around an inner limit does not catch the outer one; `except BaseException` does."""

import asyncio
import sys


async def tries(caught, seen):
    for _ in range(3):
        try:
            async with asyncio.timeout(0.5):
                await asyncio.sleep(10)
        except caught as error:
            seen.append(type(error).__name__)


async def under_a_limit(caught):
    seen = []
    try:
        async with asyncio.timeout(0.75):
            await tries(caught, seen)
    except TimeoutError:
        return seen, "outer"
    return seen, "nothing"


async def main():
    return await under_a_limit(TimeoutError), await under_a_limit(BaseException)


found = asyncio.run(main())
# Before 3.11.3 a limit raised CancelledError in a task that had been cancelled before: CPython's issue 102780.
last = "TimeoutError" if sys.version_info >= (3, 11, 3) else "CancelledError"
wanted = (["TimeoutError"], "outer"), (["TimeoutError", "CancelledError", last], "nothing")
print("holds" if found == wanted else found)
