"""Two thousand sleeps at once take about as long as one."""

import asyncio
import time


async def main():
    start = time.perf_counter()
    results = await asyncio.gather(*(asyncio.sleep(0.3, n) for n in range(2000)))
    print(len(results), sum(results), "in", round(time.perf_counter() - start, 1))


asyncio.run(main())
