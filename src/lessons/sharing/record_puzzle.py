"""Ada and Ben each add one to a record that holds 0."""

import threading
import time

record = 0


def add_one():
    global record
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
