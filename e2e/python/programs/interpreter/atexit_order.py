"""Functions registered with atexit run backwards, after all threads; one that fails does not stop the rest."""

import atexit
import threading
import time


@atexit.register
def first():
    print("registered first, runs last")


def failing():
    raise ValueError("in atexit")


atexit.register(failing)
forgotten = atexit.register(lambda: print("never"))
atexit.register(print, "registered later", "runs", sep=", ")
atexit.unregister(forgotten)
threading.Thread(target=lambda: (time.sleep(0.05), print("thread ends"))).start()
print("main ends")
