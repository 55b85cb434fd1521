"""What it costs to start one task, thread or process and see it end."""

import asyncio
import multiprocessing
import threading
import time


def nothing():
    pass


async def nothing_async():
    pass


async def tasks(count):
    for _ in range(count):
        await asyncio.create_task(nothing_async())


def workers(kind, count):
    for _ in range(count):
        worker = kind(target=nothing)
        worker.start()
        worker.join()


def report(name, count, run):
    start = time.perf_counter()
    run(count)
    microseconds = (time.perf_counter() - start) / count * 1e6
    print(f"one {name}: {microseconds:,.0f} µs")


if __name__ == "__main__":
    report("task", 10_000, lambda count: asyncio.run(tasks(count)))
    report("thread", 1_000, lambda count: workers(threading.Thread, count))
    process = multiprocessing.Process
    report("process, the first", 1, lambda count: workers(process, count))
    report("process, each further one", 20, lambda count: workers(process, count))
    print("processes start by", multiprocessing.get_start_method())
