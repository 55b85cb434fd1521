"""The first Ctrl+C cancels the main task of `asyncio.run`, which does nothing while that computes; the second raises."""

import asyncio
import signal


async def compute(seen):
    signal.raise_signal(signal.SIGINT)
    seen.append(asyncio.current_task().cancelling())
    signal.raise_signal(signal.SIGINT)
    seen.append("never")


def second_raises():
    seen = []
    try:
        asyncio.run(compute(seen))
    except KeyboardInterrupt:
        return seen == [1]
    return False


async def sleep(seen):
    asyncio.get_running_loop().call_later(0.05, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        seen.append("cancelled")
        raise


def first_cancels():
    seen = []
    try:
        asyncio.run(sleep(seen))
    except KeyboardInterrupt:
        return seen == ["cancelled"]
    return False


found = first_cancels(), second_raises()
print("holds" if all(found) else found)
