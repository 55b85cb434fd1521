"""What a waiting task and a waiting thread cost in memory. Linux only."""

import asyncio
import os
import threading

TASKS, THREADS = 10_000, 1_000


def sizes():
    """Addresses reserved and memory in use, in kB."""
    with open("/proc/self/statm") as file:
        pages = file.read().split()
    kilobytes = os.sysconf("SC_PAGE_SIZE") / 1000
    return int(pages[0]) * kilobytes, int(pages[1]) * kilobytes


async def wait_in_tasks():
    _, before = sizes()
    sleeps = (asyncio.sleep(2) for _ in range(TASKS))
    tasks = [asyncio.create_task(sleep) for sleep in sleeps]
    await asyncio.sleep(0)  # now all of them wait
    _, after = sizes()
    print(f"one task: {(after - before) / TASKS:.1f} kB in use")
    await asyncio.gather(*tasks)


def wait_in_threads():
    go_on = threading.Event()
    threads = [threading.Thread(target=go_on.wait) for _ in range(THREADS)]
    reserved, before = sizes()
    for thread in threads:
        thread.start()
    reserved_after, after = sizes()
    print(f"one thread: {(after - before) / THREADS:.1f} kB in use,", end=" ")
    print(f"{(reserved_after - reserved) / THREADS / 1000:.1f} MB of addresses reserved")
    go_on.set()


asyncio.run(wait_in_tasks())
wait_in_threads()
