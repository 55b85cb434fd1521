"""The loop keeps a task that sleeps. One that waits for a future which only it knows is collected, and so is its exception told late."""

import asyncio
import gc
import weakref

seen = []


async def sleeps():
    await asyncio.sleep(0.1)
    seen.append("slept")


async def waits():
    await asyncio.get_running_loop().create_future()


async def fails():
    raise ValueError


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: seen.append(context["message"]))
    asleep = weakref.ref(asyncio.create_task(sleeps()))
    lost = weakref.ref(asyncio.create_task(waits()))
    await asyncio.sleep(0.01)
    gc.collect()
    seen.append((asleep() is not None, lost() is None))
    asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    gc.collect()
    await asyncio.sleep(0.2)


asyncio.run(main())
expected = [
    "Task was destroyed but it is pending!",
    (True, True),
    "Task exception was never retrieved",
    "slept",
]
print("holds" if seen == expected else seen)
