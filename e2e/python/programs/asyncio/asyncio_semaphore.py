"""asyncio.Semaphore limits how many are inside at once."""

import asyncio
import time

inside = most = 0


async def work(semaphore):
    global inside, most
    async with semaphore:
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(0.05)
        inside -= 1


async def main():
    semaphore = asyncio.Semaphore(2)
    start = time.perf_counter()
    await asyncio.gather(*(work(semaphore) for _ in range(6)))
    print(most, f"{time.perf_counter() - start:.2f}", semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print("ValueError:", error)


asyncio.run(main())
