"""How many messages a service was given, and how many are in the archive, over ten restarts."""

import asyncio
import random

archive = []


async def store(message):
    await asyncio.sleep(0.002)
    archive.append(message)


async def send(outbox):
    while True:
        message = await outbox.get()
        outbox.task_done()
        await store(message)


async def life(messages):
    outbox = asyncio.Queue()
    sender = asyncio.create_task(send(outbox))
    for message in range(messages):
        await outbox.put(message)
    await outbox.join()
    sender.cancel()


dice = random.Random(7)
given = 0
for restart in range(1, 11):
    messages = dice.randint(2, 6)
    asyncio.run(life(messages))
    given += messages
    print(f"given\t{restart}\t{given}")
    print(f"in the archive\t{restart}\t{len(archive)}")
