"""Two tasks in one thread. They take turns at an await that waits, and nowhere else."""

import asyncio


async def polite(name):
    for line in (1, 2, 3):
        print(f"{name} says line {line}")
        await asyncio.sleep(0)  # lets the other task go on


async def greedy(name):
    for line in (1, 2, 3):
        print(f"{name} says line {line}")


async def main():
    print("with await:")
    await asyncio.gather(polite("Ada"), polite("Ben"))
    print("without:")
    await asyncio.gather(greedy("Ada"), greedy("Ben"))


asyncio.run(main())
