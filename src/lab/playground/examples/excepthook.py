"""An exception ends its thread and no other. threading.excepthook hears of it."""

import threading
import time

failures = []


def note(args):
    failures.append(f"{args.thread.name}: {args.exc_type.__name__}: {args.exc_value}")


def divide(number):
    time.sleep(0.05)
    print(f"12 / {number} = {12 / number:.0f}\n", end="")


threading.excepthook = note  # without it the traceback goes to stderr
threads = [
    threading.Thread(target=divide, args=(number,), name=f"by {number}")
    for number in (3, 0, 4)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("main goes on;", len(failures), "failed:", *failures)
