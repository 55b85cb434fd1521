"""A function of atexit is to stop the worker. Use Ctrl+C to end this."""

import atexit
import threading
import time


def work(stop):
    while not stop.wait(0.2):
        pass


stop = threading.Event()
atexit.register(print, "atexit: after Ctrl+C")
atexit.register(stop.set)
worker = threading.Thread(target=work, args=(stop,))
worker.start()
time.sleep(0.1)
print("main ends, and waits for the worker")
