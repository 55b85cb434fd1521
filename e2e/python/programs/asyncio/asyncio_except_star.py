"""except* takes an ExceptionGroup apart; what is left goes on."""

import asyncio


async def fail(error):
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for error in (ValueError("v"), TypeError("t"), KeyError("k")):
                group.create_task(fail(error))
    except* ValueError as found:
        print("values:", [str(error) for error in found.exceptions])
    except* TypeError as found:
        print("types:", [str(error) for error in found.exceptions])


try:
    asyncio.run(main())
except ExceptionGroup as left:
    print("left:", left.message, left.exceptions)
asyncio.run(fail(ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError(2)])])))
