"""A name server is slow. What has that to do with a small call in to_thread?"""

import asyncio
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

cores = getattr(os, "process_cpu_count", os.cpu_count)() or 1
SIZE = min(32, cores + 4)  # of asyncio's own pool


def slow_answer(*_):
    """Stands for a name server that takes a second."""
    time.sleep(1)
    return []


def small_call():
    return threading.current_thread().name.rstrip("_0123456789")


async def timed(what, call):
    start = time.perf_counter()
    thread = await call
    print(f"{what}: {time.perf_counter() - start:.1f} s, in a thread of “{thread}”")


async def main(own_pool):
    loop = asyncio.get_running_loop()
    with patch("socket.getaddrinfo", slow_answer):
        async with asyncio.TaskGroup() as group:
            for number in range(SIZE):
                group.create_task(loop.getaddrinfo(f"server-{number}.example", 443))
            await asyncio.sleep(0.1)
            print("a thread for each look-up:", threading.active_count() == 1 + SIZE)
            group.create_task(timed("to_thread", asyncio.to_thread(small_call)))
            group.create_task(timed("a pool of our own", loop.run_in_executor(own_pool, small_call)))


with ThreadPoolExecutor(max_workers=4, thread_name_prefix="ours") as own_pool:
    asyncio.run(main(own_pool))
