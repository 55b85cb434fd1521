"""to_thread and run_in_executor: blocking calls beside a loop that goes on."""

import asyncio
import contextvars
import threading
import time
from concurrent.futures import ThreadPoolExecutor

user = contextvars.ContextVar("user", default="nobody")
beats = []


def blocking(seconds):
    time.sleep(seconds)
    return threading.current_thread() is threading.main_thread(), user.get()


async def heartbeat():
    while True:
        beats.append(time.perf_counter())
        await asyncio.sleep(0.02)


async def main():
    user.set("Ada")
    beating = asyncio.create_task(heartbeat())
    print(await asyncio.to_thread(blocking, 0.2))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 0.01))
    with ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, pow, 2, n) for n in range(4))))
    try:
        await asyncio.to_thread(int, "seven")
    except ValueError as error:
        print("ValueError:", error)
    beating.cancel()
    print("the loop went on:", len(beats) >= 5)


asyncio.run(main())
