"""How long the answers of the service take, in a run whose minute is one second."""

import asyncio
import time

answers = []


def fetch_rate():
    time.sleep(0.6)
    return 1.1


async def keep_rate():
    while True:
        await asyncio.sleep(0.4)
        fetch_rate()


async def ask(began):
    while (asked := time.perf_counter()) < began + 5:
        await asyncio.sleep(0.01)
        answers.append((asked - began, (time.perf_counter() - asked) * 1000))


async def main():
    keeper = asyncio.create_task(keep_rate())
    await ask(time.perf_counter())
    keeper.cancel()
    # The slowest of each tenth of a second.
    slowest = {}
    for at, took in answers:
        tenth = int(at * 10)
        slowest[tenth] = max(took, slowest.get(tenth, 0))
    for tenth, took in slowest.items():
        print(f"slowest answer\t{tenth / 10}\t{took:.0f}")


asyncio.run(main())
