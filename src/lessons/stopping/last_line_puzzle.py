"""Ada writes lines until she is told to stop. Ben sends one, and tells her."""

import queue
import threading

lines = queue.SimpleQueue()
stopping = False
written = []


def write():
    while not stopping:
        written.append(lines.get())


def send():
    global stopping
    lines.put("goodbye")
    stopping = True


ada = threading.Thread(target=write, name="Ada")
ben = threading.Thread(target=send, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(len(written), "written")
