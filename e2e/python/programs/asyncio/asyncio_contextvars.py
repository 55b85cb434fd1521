"""A task works on a copy of its maker's context; so do callbacks."""

import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")
log = []


async def child(name):
    log.append(user.get())
    user.set(name)
    await asyncio.sleep(0.01)
    log.append(user.get())


async def main():
    user.set("main")
    await asyncio.gather(child("a"), child("b"))
    log.append(user.get())
    await child("same context")
    log.append(user.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: log.append(("callback", user.get())))
    user.set("later")
    context = contextvars.Context()
    await asyncio.create_task(child("alone"), context=context)
    log.append((context[user], user.get()))


asyncio.run(main())
print(*log, sep="\n")
