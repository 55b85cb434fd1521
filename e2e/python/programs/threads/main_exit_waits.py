"""The program ends when its last thread does, long after the main thread."""

import atexit
import threading
import time


def work():
    time.sleep(0.2)
    print("worker done, main alive:", threading.main_thread().is_alive())


atexit.register(print, "atexit comes last")
threading.Thread(target=work).start()
print("main done")
