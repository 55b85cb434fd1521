"""sys.exit() in a thread ends that thread only, quietly, whatever its status."""

import sys
import threading


def leave(status):
    try:
        sys.exit(status)
    finally:
        print("leaving with", status)


for status in (0, 3, "words"):
    thread = threading.Thread(target=leave, args=(status,))
    thread.start()
    thread.join()
print("main ends by itself")
sys.exit(7)
