"""asyncio.Queue: a bounded buffer between tasks, and join()."""

import asyncio


async def produce(queue):
    for number in range(5):
        await queue.put(number)
        print("put", number, "size", queue.qsize())


async def consume(queue):
    while True:
        number = await queue.get()
        await asyncio.sleep(0.01)
        print("got", number)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    consumer = asyncio.create_task(consume(queue))
    await produce(queue)
    await queue.join()
    consumer.cancel()
    for wrong in (queue.get_nowait, queue.task_done):
        try:
            wrong()
        except (asyncio.QueueEmpty, ValueError) as error:
            print(type(error).__name__)
    best = asyncio.PriorityQueue()
    for number in (3, 1, 2):
        best.put_nowait(number)
    print([await best.get() for _ in range(3)])


asyncio.run(main())
