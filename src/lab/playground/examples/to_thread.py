"""A question while the clock ticks: asyncio.to_thread keeps input() off the loop."""

import asyncio
import time


async def tick():
    ticks = 0
    try:
        while True:
            await asyncio.sleep(0.25)
            ticks += 1
    finally:
        print(f"The loop ticked {ticks} times meanwhile.")


async def main():
    clock = asyncio.create_task(tick())
    start = time.perf_counter()
    # Call input() directly instead, and the clock stands still.
    name = await asyncio.to_thread(input, "What is your name? ")
    print(f"{name}, you took {time.perf_counter() - start:.1f} s.")
    clock.cancel()


asyncio.run(main())
