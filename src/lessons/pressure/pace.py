"""Twenty requests to a server, slow or fast: five at a time, or 25 a second."""

import asyncio
import time


class Pace:
    """Lets tasks in one by one, with the same gap between any two."""

    def __init__(self, per_second):
        self.gap = 1 / per_second
        self.next = 0.0

    async def __aenter__(self):
        now = time.monotonic()
        mine = max(now, self.next)
        self.next = mine + self.gap  # no await since the read: no task comes between
        await asyncio.sleep(mine - now)

    async def __aexit__(self, *exception):
        """There is nothing to give back."""


async def ask(limit, seconds, begun, under_way):
    async with limit:
        begun.append(time.monotonic())
        under_way.append(under_way[-1] + 1)
        await asyncio.sleep(seconds)  # the server's answer
        under_way.append(under_way[-1] - 1)


async def main():
    for limit in (asyncio.Semaphore(5), Pace(25)):
        print(type(limit).__name__)
        for seconds in (0.3, 0.02):
            begun, under_way = [], [0]
            await asyncio.gather(*(ask(limit, seconds, begun, under_way) for _ in range(20)))
            took = begun[-1] - begun[0]
            print(f"  an answer takes {seconds} s: {took:.2f} s for 20, {max(under_way)} at once")


asyncio.run(main())
