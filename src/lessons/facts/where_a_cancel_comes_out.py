"""Where a cancellation comes out: at an await that waits, also when the result is there; it is handed on to a task that is awaited."""

import asyncio


async def note_end(seen, awaitable):
    try:
        seen.append(await awaitable)
    except asyncio.CancelledError:
        seen.append("cancelled")
        raise


async def result_is_there():
    seen = []
    result = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(note_end(seen, result))
    await asyncio.sleep(0)
    result.set_result("result")  # now the task is ready, and has not had its turn
    asked = task.cancel()
    await asyncio.wait([task])
    return asked, result.result(), seen, task.cancel()


async def handed_on():
    seen = []
    inner = asyncio.create_task(asyncio.sleep(10))
    outer = asyncio.create_task(note_end(seen, inner))
    await asyncio.sleep(0)
    outer.cancel()
    await asyncio.wait([outer])
    return inner.cancelled(), seen


async def free_awaits():
    seen = []

    async def nothing():
        seen.append("an await that need not wait")

    async def run():
        asyncio.current_task().cancel()
        await nothing()
        async with asyncio.Lock():
            seen.append("a lock that is free")
        await asyncio.sleep(0)
        seen.append("never")

    task = asyncio.create_task(run())
    await asyncio.wait([task])
    return task.cancelled(), len(seen)


async def main():
    return await result_is_there(), await handed_on(), await free_awaits()


found = asyncio.run(main())
wanted = (True, "result", ["cancelled"], False), (True, ["cancelled"]), (True, 2)
print("holds" if found == wanted else found)
