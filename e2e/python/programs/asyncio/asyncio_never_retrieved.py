"""A task whose exception nobody asks for: the loop complains when the task goes."""

import asyncio
import gc


async def fail():
    raise ValueError("forgotten")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"].split("(")[0], repr(context["exception"])))
    task = asyncio.create_task(fail())
    await asyncio.sleep(0.01)
    del task
    gc.collect()
    loop.call_soon(int, "seven")
    await asyncio.sleep(0.01)
    loop.set_exception_handler(None)
    task = asyncio.create_task(fail())
    await asyncio.sleep(0.01)
    del task
    gc.collect()
    print("end")


asyncio.run(main())
