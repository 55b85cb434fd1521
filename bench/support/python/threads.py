"""What threads cost; prints seconds for each, as JSON."""

import asyncio
import json
import threading
import time


def timed(work, times):
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) / times


def in_two(function):
    threads = [threading.Thread(target=function, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def switches():
    def yield_turns(_):
        for _ in range(2_000):
            time.sleep(0)

    in_two(yield_turns)


def hand_overs():
    locks = [threading.Lock(), threading.Lock()]
    locks[1].acquire()

    def play(me):
        for _ in range(1_000):
            locks[me].acquire()
            locks[1 - me].release()

    in_two(play)


def starts():
    for _ in range(300):
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()


def sleeps():
    async def main():
        await asyncio.gather(*(asyncio.sleep(1) for _ in range(10_000)))

    asyncio.run(main())


print(json.dumps({"switch": timed(switches, 4_000), "hand_over": timed(hand_overs, 2_000), "start": timed(starts, 300), "sleeps": timed(sleeps, 1)}))
