"""A daemon thread writes records in two halves, until main ends."""

import threading
import time


def write():
    try:
        for number in range(100):
            print(f"record {number} begins\n", end="")
            time.sleep(0.2)
            print(f"record {number} ends\n", end="")
    finally:
        print("the file is closed\n", end="")


threading.Thread(target=write, daemon=True).start()
time.sleep(0.5)
print("main ends\n", end="")
