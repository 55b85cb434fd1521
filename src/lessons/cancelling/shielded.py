"""A limit of 0.2 s, and a save of 0.5 s behind a shield. What becomes of the save?"""

import asyncio
import time


def say(what):
    print(f"{time.perf_counter() - start:.1f} s  {what}")


async def save():
    try:
        await asyncio.sleep(0.5)
        say("saved")
    except asyncio.CancelledError:
        say("not saved")
        raise


async def main(patient):
    saving = asyncio.create_task(save())
    try:
        async with asyncio.timeout(0.2):
            await asyncio.shield(saving)
    except TimeoutError:
        say(f"the limit is over, cancelled: {saving.cancelled()}")
    if patient:
        await saving


for patient in (False, True):
    start = time.perf_counter()
    asyncio.run(main(patient))
    say("asyncio.run has returned")
