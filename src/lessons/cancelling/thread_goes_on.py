"""A limit of half a second for a call in a thread. When is the limit over, and when the program?"""

import asyncio
import threading
import time


def say(what):
    # Text and newline in one write, or two threads mix their lines.
    print(f"{time.perf_counter() - start:.1f} s  {what}\n", end="")


def copy(stop):
    """Copies ten blocks, a fifth of a second each, and looks at the event after each of them."""
    for block in range(1, 11):
        time.sleep(0.2)
        if stop.is_set():
            break
    say(f"the thread has copied {block} blocks")


async def main(tell):
    stop = threading.Event()
    try:
        async with asyncio.timeout(0.5):
            await asyncio.to_thread(copy, stop)
    except TimeoutError:
        say("the limit is over")
    finally:
        if tell:
            stop.set()
    say("main() has ended")


for tell in (False, True):
    start = time.perf_counter()
    asyncio.run(main(tell))
    say("asyncio.run has returned")
