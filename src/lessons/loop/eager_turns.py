"""A task that begins at once, and one that begins when the loop has its turn."""

import asyncio


async def greet(name, wait):
    print(f"  {name}: begins")
    if wait:
        await asyncio.sleep(0)
    print(f"  {name}: ends")


async def make_two():
    for name, wait in (("Ada", False), ("Ben", True)):
        task = asyncio.create_task(greet(name, wait), name=name)
        print(f"  create_task has returned, {name} is done: {task.done()}")
        await task


async def main():
    print("usual:")
    await make_two()
    factory = getattr(asyncio, "eager_task_factory", None)  # since 3.12
    print("eager:" if factory else "eager: needs Python 3.12")
    asyncio.get_running_loop().set_task_factory(factory)
    await make_two()


asyncio.run(main())
