"""A worker asks whether the queue is empty, and takes an
item that another one has taken meanwhile.

`empty()` says how it was. `get_nowait()` asks and takes
in one step.
"""

import queue
import threading

jobs = queue.Queue()
jobs.put("the only job")


def work(name):
    if not jobs.empty():
        print(name, "does", jobs.get())


threads = [threading.Thread(target=work, args=(name,)) for name in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
