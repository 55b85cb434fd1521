"""Two processes compute for an event loop. What goes over to them, and what comes back?"""

import asyncio
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def total(numbers, *, power=1):
    """The sum, and the process that worked it out."""
    if not numbers:
        raise ValueError("no numbers")
    return sum(number**power for number in numbers), os.getpid()


async def main(pool):
    loop = asyncio.get_running_loop()
    calls = {
        "a function": partial(total, range(100_000)),
        "with a keyword": partial(total, range(1000), power=3),
        "that fails": partial(total, []),
        "a lambda": lambda: total([1]),
    }
    jobs = [loop.run_in_executor(pool, call) for call in calls.values()]
    outcomes = await asyncio.gather(*jobs, return_exceptions=True)
    for name, outcome in zip(calls, outcomes):
        match outcome:
            case ValueError():
                print(f"{name}: {outcome!r}")
            case Exception():
                print(f"{name}: it cannot be pickled")
            case (number, process):
                print(f"{name}: {number:,}, in another process: {process != os.getpid()}")


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as pool:
        asyncio.run(main(pool))
