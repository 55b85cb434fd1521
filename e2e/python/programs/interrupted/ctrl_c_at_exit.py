"""Ctrl+C while Python waits at its end for a thread: it waits no longer, and atexit functions run."""

import atexit
import threading
import time


def work():
    time.sleep(5)
    print("never")


atexit.register(print, "atexit")
threading.Thread(target=work).start()
print("main ends")
