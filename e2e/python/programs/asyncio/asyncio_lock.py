"""asyncio.Lock: first come, first served; a cancelled waiter makes room."""

import asyncio

order = []


async def work(lock, name):
    async with lock:
        order.append(name)
        await asyncio.sleep(0.01)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(work(lock, name)) for name in "abcd"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    print(lock.locked(), order)
    lock.release()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(order, lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
