"""Three servers are asked. The first answer is enough: the rest are called off."""

import asyncio
import time

SERVERS = {"Oslo": 2, "Rome": 0.4, "Lima": 1.2}
start = time.perf_counter()


class Enough(Exception):
    """Ends a group early. From 3.15 on, the group can do that itself."""


def say(what):
    print(f"{time.perf_counter() - start:.1f} s  {what}")


async def ask(server):
    try:
        await asyncio.sleep(SERVERS[server])
        return server
    except asyncio.CancelledError:
        say(f"{server} is called off")
        raise


async def first_answer():
    answers = []

    async def take(server):
        answers.append(await ask(server))
        if not hasattr(group, "cancel"):
            raise Enough
        group.cancel()

    try:
        async with asyncio.TaskGroup() as group:
            for server in SERVERS:
                group.create_task(take(server), name=server)
    except* Enough:
        pass
    return answers[0]


say(f"the answer of {asyncio.run(first_answer())}")
