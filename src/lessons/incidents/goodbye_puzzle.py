"""A service sends its messages, and stops when all of them are done."""

import asyncio

archive = []


async def store(message):
    await asyncio.sleep(0)  # the archive answers
    archive.append(message)


async def send(outbox):
    while True:
        message = await outbox.get()
        outbox.task_done()
        await store(message)


async def main():
    outbox = asyncio.Queue()
    sender = asyncio.create_task(send(outbox), name="sender")
    for message in ("door opened", "door closed"):
        await outbox.put(message)
    await outbox.join()  # until every message is done
    sender.cancel()


asyncio.run(main())
print("archived:", len(archive))
