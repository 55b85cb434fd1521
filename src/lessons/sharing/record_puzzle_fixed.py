"""Ada and Ben each add one, and hold the lock from reading to writing."""

import threading
import time

record = 0
lock = threading.Lock()


def add_one():
    global record
    with lock:
        seen = record
        time.sleep(0.1)  # the database works on it
        record = seen + 1


ada = threading.Thread(target=add_one, name="Ada")
ben = threading.Thread(target=add_one, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(record)
