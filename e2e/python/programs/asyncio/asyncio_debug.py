"""In debug mode asyncio complains of calls from the wrong thread."""

import asyncio
import threading

complaints = []


def from_elsewhere(loop):
    try:
        loop.call_soon(print)
    except RuntimeError as error:
        complaints.append(str(error))


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 60  # on a busy machine it would complain of that as well
    print(loop.get_debug())
    thread = threading.Thread(target=from_elsewhere, args=(loop,))
    thread.start()
    await asyncio.to_thread(thread.join)


asyncio.run(main(), debug=True)
print(complaints)
