"""A task outlives the main coroutine. asyncio.run cancels it; a Runner lets it go on in its next run."""

import asyncio


async def work():
    try:
        await asyncio.sleep(0.2)
        print("  the work is done")
    except asyncio.CancelledError:
        print("  the work is cancelled")
        raise


async def first():
    task = asyncio.create_task(work())
    await asyncio.sleep(0.1)
    print("  the first main ends")
    return task


async def second():
    await asyncio.sleep(0.2)
    print("  the second main ends")


print("asyncio.run twice:")
asyncio.run(first())
asyncio.run(second())
print("one Runner:")
with asyncio.Runner() as runner:
    task = runner.run(first())
    runner.run(second())
