"""What Python waits for after the main thread, and in which order."""

import atexit
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def say(text):
    print(f"{text}\n", end="")


def work(name, seconds):
    time.sleep(seconds)
    say(f"{name} is done")


atexit.register(say, "atexit: registered first")
atexit.register(say, "atexit: registered last")
threading.Thread(target=work, args=("daemon thread", 5), daemon=True).start()
threading.Thread(target=work, args=("thread", 0.6)).start()
pool = ThreadPoolExecutor(max_workers=1)
for number in (1, 2):
    pool.submit(work, f"task {number}", 0.2)
say("main is at its end")
