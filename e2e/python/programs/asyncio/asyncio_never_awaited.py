"""A coroutine that is never awaited warns, and a task that is pending is destroyed aloud."""

import asyncio
import warnings

warnings.simplefilter("always")


async def greet():
    print("never")


with warnings.catch_warnings(record=True) as caught:
    greet()
print(caught[0].category.__name__, caught[0].message)


async def main():
    print(asyncio.iscoroutine(coroutine := greet()))
    coroutine.close()
    try:
        await 3
    except TypeError as error:
        print("TypeError")
    try:
        await (done := asyncio.sleep(0, "once"))
        await done
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
