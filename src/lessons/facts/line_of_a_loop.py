"""What is ready has its turn in the order of the line. Timers that are due join it when a round begins; what joins it later waits for the next round."""

import asyncio

said = []


async def main():
    loop = asyncio.get_running_loop()

    def first():
        said.append("first")
        loop.call_soon(said.append, "joined")

    loop.call_later(0, said.append, "timer")
    loop.call_soon(first)
    loop.call_soon(said.append, "second")
    await asyncio.sleep(0.05)


asyncio.run(main())
print("holds" if said == ["first", "second", "timer", "joined"] else said)
