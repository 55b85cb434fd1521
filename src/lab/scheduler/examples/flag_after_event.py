"""An event is set before what it announces is there.

In some schedules the reader is woken too early. Swap the
last two lines of `load`.
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
