"""An event is set before the value that it announces is there.

The reader is woken too early, in some schedules. Swap the two lines of `load`.
"""

import threading

settings = None
loaded = threading.Event()


def load():
    global settings
    loaded.set()
    settings = "dark"


def draw():
    loaded.wait()
    print("drawn in", settings)


threads = [threading.Thread(target=draw), threading.Thread(target=load)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
