"""What a task and an awaited call see of a context variable, and what their caller sees of theirs."""

import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def serve(how):
    print(f"{how} sees {user.get()}, and sets Ben")
    user.set("Ben")


async def main():
    user.set("Ada")
    task = asyncio.create_task(serve("a task"))
    user.set("Cleo")
    await task
    print("then main() sees", user.get())

    await serve("an awaited call")
    print("then main() sees", user.get())

    asyncio.get_running_loop().call_later(0.1, lambda: print("a timer sees", user.get()))
    user.set("Dan")
    await asyncio.sleep(0.2)


asyncio.run(main())
