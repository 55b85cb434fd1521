"""The main thread fails while others run: they finish, then the program ends with status 1."""

import threading
import time


def finish():
    time.sleep(0.1)
    print("the other thread finishes")


threading.Thread(target=finish).start()
print("main fails")
raise LookupError("nothing there")
