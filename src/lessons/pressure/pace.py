"""Twenty requests to a server, slow or fast: five at a time, or 25 a second."""

import asyncio
import time


class Pace:
    """Lets tasks pass one by one, with the same gap between any two."""

    def __init__(self, per_second):
        self.gap = 1 / per_second
        self.next = 0.0

    async def turn(self):
        now = time.monotonic()
        mine = max(now, self.next)
        self.next = mine + self.gap  # no await since the read: no task comes between
        await asyncio.sleep(mine - now)


class Server:
    def __init__(self, answers_after):
        self.answers_after = answers_after
        self.begun, self.under_way, self.most = [], 0, 0

    async def ask(self):
        self.begun.append(time.monotonic())
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        await asyncio.sleep(self.answers_after)
        self.under_way -= 1


async def in_turn(server, places):
    async with places:
        await server.ask()


async def in_time(server, pace):
    await pace.turn()
    await server.ask()


async def main():
    for way, limit in ((in_turn, asyncio.Semaphore(5)), (in_time, Pace(25))):
        print(type(limit).__name__)
        for answers_after in (0.3, 0.03):
            server = Server(answers_after)
            await asyncio.gather(*(way(server, limit) for _ in range(20)))
            took = server.begun[-1] - server.begun[0]
            print(f"  an answer takes {answers_after} s: {took:.2f} s for 20, {server.most} at once")


asyncio.run(main())
