"""A daemon thread is left behind, in the middle of its work."""

import threading
import time


def forever():
    for step in range(1000):
        print("step", step)
        time.sleep(0.2)


def careful():
    try:
        time.sleep(60)
    finally:
        print("never printed")


for target in (forever, careful):
    threading.Thread(target=target, daemon=True).start()
time.sleep(0.1)
print("main ends")
