"""asyncio.Runner: several runs on one loop, which it closes."""

import asyncio
import contextvars

visits = contextvars.ContextVar("visits", default=0)


async def visit():
    visits.set(visits.get() + 1)
    return visits.get(), asyncio.get_running_loop()


with asyncio.Runner() as runner:
    first, loop = runner.run(visit())
    second, again = runner.run(visit())
    print(first, second, loop is again, runner.get_loop() is loop)
    try:
        runner.run(asyncio.sleep(0, "x").close())
    except (ValueError, TypeError):
        print("refused")
print(loop.is_closed(), visits.get())


async def nested():
    coroutine = visit()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine.close()


asyncio.run(nested())
