"""Awaiting the task does."""
import asyncio

result = None


async def compute():
    global result
    result = 42


async def main():
    task = asyncio.create_task(compute())
    await task
    print(result)


asyncio.run(main())
