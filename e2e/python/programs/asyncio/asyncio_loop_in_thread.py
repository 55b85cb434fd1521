"""A loop in a second thread, fed with run_coroutine_threadsafe and call_soon_threadsafe."""

import asyncio
import threading

loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="loop")
thread.start()


async def where(delay):
    await asyncio.sleep(delay)
    return threading.current_thread().name


async def fail():
    raise KeyError("missing")


futures = [asyncio.run_coroutine_threadsafe(where(delay), loop) for delay in (0.05, 0.01)]
print([future.result(timeout=5) for future in futures])
try:
    asyncio.run_coroutine_threadsafe(fail(), loop).result()
except KeyError as error:
    print("KeyError:", error)
slow = asyncio.run_coroutine_threadsafe(where(60), loop)
try:
    slow.result(timeout=0.05)
except TimeoutError:
    print("cancelled:", slow.cancel())
called = threading.Event()
loop.call_soon_threadsafe(called.set)
print(called.wait(timeout=5))
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print(loop.is_running(), loop.is_closed())
