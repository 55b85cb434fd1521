"""Producers and consumers in one thread: asyncio.Queue, and not a lock in sight."""

import asyncio


async def produce(queue, name):
    for number in range(1, 4):
        await asyncio.sleep(0.05)
        await queue.put(f"{name}{number}")


async def consume(queue, done):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.08)
        done.append(item)
        queue.task_done()


async def main():
    queue, done = asyncio.Queue(maxsize=2), []
    consumers = [asyncio.create_task(consume(queue, done)) for _ in range(2)]
    await asyncio.gather(*(produce(queue, name) for name in "ab"))
    await queue.join()  # until every item is done
    for consumer in consumers:
        consumer.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    print(len(done), "done:", *sorted(done))


asyncio.run(main())
