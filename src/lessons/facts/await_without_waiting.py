"""An await of a coroutine that never waits gives nothing up: one task runs to its end first."""

import asyncio

said = []


async def nothing():
    pass


async def speak(name):
    for line in (1, 2):
        said.append(f"{name}{line}")
        await nothing()


async def main():
    await asyncio.gather(speak("a"), speak("b"))


asyncio.run(main())
print("holds" if said == ["a1", "a2", "b1", "b2"] else said)
