"""A thread has an answer for a task. When does the event loop notice?"""

import asyncio
import logging
import threading
import time


def by_hand(loop, answer):
    answer.set_result("here it is")


def by_call_soon(loop, answer):
    loop.call_soon(answer.set_result, "here it is")


def by_call_soon_threadsafe(loop, answer):
    loop.call_soon_threadsafe(answer.set_result, "here it is")


async def ask(hand_over):
    loop = asyncio.get_running_loop()
    answer = loop.create_future()

    def work():
        time.sleep(0.2)
        try:
            hand_over(loop, answer)
        except RuntimeError as error:
            print(f"{hand_over.__name__}: {error}")
            by_call_soon_threadsafe(loop, answer)

    start = time.perf_counter()
    heart = asyncio.create_task(asyncio.sleep(1))  # until then the loop sleeps
    threading.Thread(target=work).start()
    await answer
    print(f"{hand_over.__name__}: noticed after {time.perf_counter() - start:.1f} s")
    await heart


logging.getLogger("asyncio").setLevel(logging.ERROR)  # not a word on slow turns
for way in by_hand, by_call_soon, by_call_soon_threadsafe:
    asyncio.run(ask(way))
print("in debug mode:")
asyncio.run(ask(by_call_soon), debug=True)
