"""A future is a receipt. What does it say while its task waits, runs, and is over?"""

import time
from concurrent.futures import CancelledError, ThreadPoolExecutor

start = time.perf_counter()


def bake(what, seconds):
    time.sleep(seconds)
    return what


def say(what):
    print(f"{time.perf_counter() - start:.1f} s  {what}")


with ThreadPoolExecutor(max_workers=1) as oven:
    bread = oven.submit(bake, "bread", 0.6)
    cake = oven.submit(bake, "cake", 0.3)
    say("two receipts, and nothing baked yet")
    try:
        bread.result(timeout=0.2)
    except TimeoutError:
        say(f"no bread yet; still in the oven: {bread.running()}")
    say(f"cancel the bread: {bread.cancel()}, cancel the cake: {cake.cancel()}")
    say(f"here is the {bread.result()}")
    say(f"here is the {bread.result()} again")
    try:
        cake.result()
    except CancelledError:
        say("nobody has baked the cake")
