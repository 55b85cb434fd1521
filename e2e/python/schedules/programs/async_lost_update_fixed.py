"""Others may go on, but whoever wants to add waits for the lock."""
import asyncio

counter = 0
lock = asyncio.Lock()


async def add():
    global counter
    async with lock:
        value = counter
        await asyncio.sleep(0)
        counter = value + 1


async def main():
    await asyncio.gather(add(), add())
    print(counter)


asyncio.run(main())
