"""A program of threads asks an asynchronous library, whose event loop has a thread of its own."""

import asyncio
import queue
import threading
from contextlib import contextmanager


@contextmanager
def loop_in_thread():
    """An event loop that runs in a thread of its own until the block ends."""
    started = queue.SimpleQueue()

    async def serve():
        stop = asyncio.Event()
        started.put((asyncio.get_running_loop(), stop))
        await stop.wait()

    thread = threading.Thread(target=asyncio.run, args=(serve(),), name="loop")
    thread.start()
    loop, stop = started.get(timeout=10)
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()


async def ask(server, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"{server} is called off")
        raise
    return f"{server} answers in the thread “{threading.current_thread().name}”"


with loop_in_thread() as loop:
    print(asyncio.run_coroutine_threadsafe(ask("Rome", 0.1), loop).result(timeout=5))
    oslo = asyncio.run_coroutine_threadsafe(ask("Oslo", 60), loop)
    try:
        oslo.result(timeout=0.3)
    except TimeoutError:
        print("Oslo takes too long, cancel:", oslo.cancel())
    lima = asyncio.run_coroutine_threadsafe(ask("Lima", 60), loop)
    asyncio.run_coroutine_threadsafe(asyncio.sleep(0.1), loop).result(timeout=5)
print("the loop has ended, Lima was cancelled:", lima.cancelled())
