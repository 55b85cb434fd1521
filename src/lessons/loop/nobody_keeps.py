"""Two tasks wait for the evening. Somebody keeps one of them."""

import asyncio
import gc

kept = set()


async def remind(what):
    evening = asyncio.get_running_loop().create_future()  # nobody else has it
    try:
        await evening
    finally:
        print(f"{what}: task is gone")


async def main():
    task = asyncio.create_task(remind("water the plants"))
    kept.add(task)
    task.add_done_callback(kept.discard)
    del task
    asyncio.create_task(remind("close the window"))  # the name of the task is lost at once
    await asyncio.sleep(0.1)
    print("the collector of garbage runs")
    gc.collect()
    print("main ends")


def show(loop, context):
    print(context["message"])


with asyncio.Runner() as runner:
    runner.get_loop().set_exception_handler(show)
    runner.run(main())
    print("run is over")
