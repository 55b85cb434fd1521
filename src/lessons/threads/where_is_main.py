"""Two threads wait. Where is the main thread meanwhile?"""

import threading
import time

start = time.perf_counter()


def say(what):
    name = threading.current_thread().name
    seconds = time.perf_counter() - start
    # Text and newline in one write, or two threads mix their lines.
    print(f"{seconds:.1f} s  {name:<10}  {what}\n", end="")


def wait(seconds):
    say(f"waits {seconds} s")
    time.sleep(seconds)
    say("is back")


long = threading.Thread(target=wait, args=(0.8,), name="long")
short = threading.Thread(target=wait, args=(0.4,), name="short")

long.start()
short.start()
say("has started both, and is free to work")
long.join()
say("has seen long end; short ended while it waited")
short.join()
say("goes on at once: nothing was left to wait for")
