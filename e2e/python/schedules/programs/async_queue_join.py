"""Nobody tells the queue that the work is done."""
import asyncio


async def work(jobs):
    await jobs.get()


async def main():
    jobs = asyncio.Queue()
    jobs.put_nowait("wash")
    task = asyncio.create_task(work(jobs))
    await jobs.join()
    await task
    print("done")


asyncio.run(main())
