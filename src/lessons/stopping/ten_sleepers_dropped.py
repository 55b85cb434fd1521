"""Ten tasks sleep, two at a time. Ctrl+C drops those not begun."""

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
        try:
            for future in futures:
                future.result()
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
except KeyboardInterrupt:
    dropped = sum(future.cancelled() for future in futures)
    say(f"KeyboardInterrupt has left the with block, {dropped} tasks dropped")
