"""Ten tasks sleep, two at a time. Press Ctrl+C: what ends, and when?"""

import time
from concurrent.futures import ThreadPoolExecutor

START = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - START:.1f} s  {text}\n", end="")


def nap(number):
    time.sleep(1)
    say(f"task {number} has slept")


try:
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [pool.submit(nap, number) for number in range(10)]
        say("press Ctrl+C now")
        for future in futures:
            future.result()
except KeyboardInterrupt:
    say("KeyboardInterrupt has left the with block")
