"""Ada packs four boxes of tea, Ben sends them. After a second, she still packs. Why?"""

import queue
import sys
import threading
import time
import traceback

shelf = queue.Queue(maxsize=1)
books = threading.Lock()


def pack():
    with books:
        print("Ada: four boxes to pack\n", end="")
    for box in range(4):
        shelf.put(box)


def send():
    for _ in range(4):
        box = shelf.get()
        with books:
            time.sleep(0.8)  # the courier takes its time
            print(f"Ben: box {box} is sent\n", end="")


def look():
    """The line of this file on which each thread but this one stands."""
    frames = sys._current_frames()
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and thread.ident in frames:
            stack = traceback.extract_stack(frames[thread.ident])
            line = [entry for entry in stack if entry.filename == __file__][-1]
            print(f"{thread.name}: line {line.lineno}, {line.line}")


ada = threading.Thread(target=pack, name="Ada", daemon=True)
ben = threading.Thread(target=send, name="Ben", daemon=True)
ada.start()
ben.start()
time.sleep(1.2)
look()
ada.join(timeout=2)
print("Ada still waits" if ada.is_alive() else "Ada is done")
