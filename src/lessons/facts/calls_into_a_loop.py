"""call_soon from another thread does not wake a loop that sleeps, and only debug mode refuses it; asyncio.run refuses a running loop."""

import asyncio
import threading
import time
import warnings


async def called_after(how, debug):
    """How long after it was made a call of another thread comes; None where it is refused."""
    loop = asyncio.get_running_loop()
    loop.set_debug(debug)
    came = []
    refused = []

    def call():
        time.sleep(0.05)
        try:
            getattr(loop, how)(lambda: came.append(time.monotonic() - start))
        except RuntimeError:
            refused.append(True)

    start = time.monotonic()
    thread = threading.Thread(target=call)
    thread.start()
    await asyncio.sleep(0.4)
    await asyncio.sleep(0)
    thread.join()
    return None if refused else came[0]


async def main():
    plain = await called_after("call_soon", debug=False)
    safe = await called_after("call_soon_threadsafe", debug=False)
    refused = await called_after("call_soon", debug=True)
    again = main()
    try:
        asyncio.run(again)
    except RuntimeError:
        again.close()
        running = "refused"
    return plain >= 0.39 and safe < 0.3 and refused is None and running == "refused"


warnings.simplefilter("ignore")
print("holds" if asyncio.run(main()) else "not so")
