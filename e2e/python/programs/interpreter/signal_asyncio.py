"""Signals in an event loop: handlers of the loop, and a first KeyboardInterrupt that cancels the main task."""

import asyncio
import os
import signal
import threading


async def until_told():
    loop = asyncio.get_running_loop()
    told = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, told.set)
    threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGTERM)).start()
    await asyncio.wait_for(told.wait(), 5)
    print("told:", loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    print("as before:", signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)


async def interrupted():
    asyncio.get_running_loop().call_later(0.05, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("cancelled")
        raise


def elsewhere():
    loop = asyncio.new_event_loop()
    try:
        loop.add_signal_handler(signal.SIGTERM, print)
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)
    loop.close()


asyncio.run(until_told())
try:
    asyncio.run(interrupted())
except KeyboardInterrupt:
    print("KeyboardInterrupt")
thread = threading.Thread(target=elsewhere)
thread.start()
thread.join()
