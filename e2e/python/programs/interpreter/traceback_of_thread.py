"""What another thread is doing can be looked up in sys._current_frames()."""

import sys
import threading

gate = threading.Event()


def inner():
    gate.wait()


def outer():
    inner()


thread = threading.Thread(target=outer)
thread.start()
frame = sys._current_frames().get(thread.ident)
names = []
while frame is not None:
    names.append(frame.f_code.co_name)
    frame = frame.f_back
print("inner" in names, "outer" in names)
gate.set()
thread.join()
print(thread.ident in sys._current_frames())
