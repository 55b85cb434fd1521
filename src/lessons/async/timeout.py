"""A wait with a limit. The task is cancelled, tidies up, and is gone."""

import asyncio
import time


async def ask_slow_server():
    print("asking")
    try:
        await asyncio.sleep(3)  # stands for an answer that takes 3 s
        return "an answer"
    finally:
        print("closing the connection")  # also when cancelled


async def main():
    start = time.perf_counter()
    try:
        async with asyncio.timeout(0.5):
            print(await ask_slow_server())
    except TimeoutError:
        print(f"gave up after {time.perf_counter() - start:.1f} s")


asyncio.run(main())
