"""Two mistakes, and what asyncio says of them in its debug mode."""

import asyncio
import logging
import sys
import threading
import time

logging.basicConfig(stream=sys.stdout, format="%(message)s")


async def slow():
    time.sleep(0.2)  # keeps the loop


def from_a_thread(loop):
    try:
        loop.call_soon(print, "hello")  # call_soon_threadsafe would be right
    except RuntimeError as error:
        print("RuntimeError:", error)


async def main():
    await asyncio.create_task(slow(), name="Slow")
    thread = threading.Thread(target=from_a_thread, args=(asyncio.get_running_loop(),))
    thread.start()
    thread.join()


asyncio.run(main(), debug=True)
