"""The end of a program waits for its threads; what they have kept is finalized in them, what is left in the main thread."""

import threading
import time


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalized:", self.name, "in", threading.current_thread().name)


def work():
    mine = Thing("the thread's own")
    started.set()
    time.sleep(0.05)
    print("thread ends", mine.name)


started = threading.Event()
left = Thing("the program's")
threading.Thread(target=work, name="worker").start()
started.wait()
print("main ends")
