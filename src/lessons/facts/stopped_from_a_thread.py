"""loop.stop() from another thread does not wake a loop; a loop that was stopped leaves its tasks unfinished; a loop's own thread must not wait for its task."""

import asyncio
import threading
import time


async def work():
    await asyncio.sleep(60)


async def waits_for_itself():
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(0), asyncio.get_running_loop())
    try:
        future.result(timeout=0.3)
    except TimeoutError:
        await asyncio.wrap_future(future)
        return True
    return False


def started():
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    time.sleep(0.2)
    return loop, thread


loop, thread = started()
loop.stop()
thread.join(0.5)
sleeps_on = thread.is_alive()
loop.call_soon_threadsafe(int)
thread.join()
loop.close()

loop, thread = started()
future = asyncio.run_coroutine_threadsafe(work(), loop)
time.sleep(0.2)
loop.call_soon_threadsafe(loop.stop)
thread.join()
try:
    future.result(timeout=0.3)
    left = False
except TimeoutError:
    left = not future.done()
task = next(iter(asyncio.all_tasks(loop)))
task.cancel()
loop.run_until_complete(asyncio.wait([task]))
loop.close()

print("holds" if sleeps_on and left and asyncio.run(waits_for_itself()) else (sleeps_on, left))
