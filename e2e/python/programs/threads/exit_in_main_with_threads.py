"""sys.exit() in the main thread waits for the other threads, and keeps its status."""

import sys
import threading
import time


def work():
    time.sleep(0.1)
    print("worker done")


threading.Thread(target=work).start()
print("main leaves")
sys.exit("some words for stderr")
