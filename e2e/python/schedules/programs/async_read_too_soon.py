"""A turn for others does not mean that the one other task has had it."""
import asyncio

result = None


async def compute():
    global result
    result = 42


async def main():
    task = asyncio.create_task(compute())
    await asyncio.sleep(0)
    print(result)
    await task


asyncio.run(main())
