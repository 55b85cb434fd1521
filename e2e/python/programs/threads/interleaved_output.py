"""Threads that print a line and its newline apart may mix them; in one piece they do not."""

import threading
import time


def speak(name):
    for number in range(3):
        print(f"{name} says {number}\n", end="")
        time.sleep(0.01)


threads = [threading.Thread(target=speak, args=(name,)) for name in ("left", "right")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
