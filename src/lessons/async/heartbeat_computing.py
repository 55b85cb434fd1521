"""How late is a heartbeat beside a call that computes for a second?"""

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor


def compute():
    end = time.perf_counter() + 1
    while time.perf_counter() < end:
        pass


async def on_the_loop():
    compute()


async def heartbeat(delays):
    while True:
        start = time.perf_counter()
        await asyncio.sleep(0.1)
        delays.append(time.perf_counter() - start - 0.1)


async def beside(where, call):
    delays = []
    heart = asyncio.create_task(heartbeat(delays))
    await asyncio.sleep(0.05)  # now the heart waits for its first beat
    await call
    await asyncio.sleep(0.1)
    heart.cancel()
    median = sorted(delays)[len(delays) // 2]
    print(f"{where}: {median * 1000:.1f} ms late")


async def main():
    loop = asyncio.get_running_loop()
    await beside("on the loop", on_the_loop())
    await beside("in a thread", asyncio.to_thread(compute))
    with ProcessPoolExecutor(max_workers=1) as pool:
        await beside("in a process", loop.run_in_executor(pool, compute))


if __name__ == "__main__":
    asyncio.run(main())
