"""An event loop in a thread of its own, and coroutines handed to it from outside."""

import asyncio
import threading


async def double(number):
    await asyncio.sleep(0.1)
    return number * 2


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="loop")
thread.start()

futures = [
    asyncio.run_coroutine_threadsafe(double(number), loop)
    for number in range(4)
]
print([future.result() for future in futures])

loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print("the loop is closed")
