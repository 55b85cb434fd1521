"""A daemon thread does not keep the program alive: it is cut off in mid-work."""

import threading
import time


def beat():
    for number in range(1, 1000):
        print(f"beat {number}")
        time.sleep(0.2)
    print("never printed")


def write_report():
    time.sleep(0.7)
    print("report written")


threading.Thread(target=beat, daemon=True, name="daemon").start()
threading.Thread(target=write_report, name="report").start()
print("main is at its end, and waits for the report only")
