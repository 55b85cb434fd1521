"""Each task has its own context: contextvars carry a name to wherever it is needed."""

import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")


def log(words):
    print(f"[{request.get()}] {words}")


async def query(seconds):
    await asyncio.sleep(seconds)
    log("found it")


async def handle(name, seconds):
    request.set(name)  # seen by this task, and by what it calls
    log("begins")
    await query(seconds)


async def main():
    await asyncio.gather(handle("first", 0.2), handle("second", 0.1))
    log("back in main")


asyncio.run(main())
