"""A server fails three times. The client tries again, with a limit for each try and one for all."""

import asyncio
import random
import time

answers = ["refused", "silence", "refused", "here you are"]


def say(what):
    print(f"{time.perf_counter() - start:.1f} s  {what}")


async def ask():
    await asyncio.sleep(0.1)
    answer = answers.pop(0)
    if answer == "refused":
        raise ConnectionError(answer)
    if answer == "silence":
        await asyncio.sleep(60)
    return answer


async def ask_again(tries, each, pause):
    """The first answer. The client pauses between two tries, for a random part of what doubles each time."""
    for number in range(tries):
        try:
            async with asyncio.timeout(each):
                return await ask()
        except (ConnectionError, TimeoutError) as error:
            say(f"try {number + 1}: {type(error).__name__}")
            if number == tries - 1:
                raise
        await asyncio.sleep(random.uniform(0, pause * 2**number))


async def main():
    async with asyncio.timeout(10):
        say(await ask_again(tries=5, each=0.5, pause=0.2))


start = time.perf_counter()
asyncio.run(main())
