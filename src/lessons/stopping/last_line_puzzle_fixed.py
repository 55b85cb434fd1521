"""Ada writes lines until she is told to stop. Ben sends one, and tells her."""

import queue
import threading

lines = queue.SimpleQueue()
written = []


def write():
    while (line := lines.get()) is not None:
        written.append(line)


def send():
    lines.put("goodbye")
    lines.put(None)


ada = threading.Thread(target=write, name="Ada")
ben = threading.Thread(target=send, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print(len(written), "written")
