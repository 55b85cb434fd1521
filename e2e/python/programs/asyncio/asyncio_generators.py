"""Asynchronous generators: for, comprehension, aclose, and one that asyncio.run closes."""

import asyncio


async def ticks(name, count):
    try:
        for number in range(count):
            await asyncio.sleep(0.005)
            yield number
    finally:
        await asyncio.sleep(0)
        print("closing", name)


async def main():
    async for number in ticks("a", 2):
        print(number)
    print([n * n async for n in ticks("b", 3)])
    generator = ticks("c", 5)
    print(await anext(generator), await generator.asend(None))
    await generator.aclose()
    print(await anext(generator, "empty"))
    left = ticks("left", 5)
    print(await anext(left))
    global kept
    kept = left


asyncio.run(main())
print("end")
