"""Ada writes to a log. Ben stops Ada, waits for the end, and closes it."""

import threading

log = []
stopping = False
lock = threading.Lock()


def write():
    for line in ("first", "second"):
        with lock:
            if stopping:
                break
            log.append(line)
    log.append("goodbye")


def close():
    global stopping
    with lock:
        stopping = True
    ada.join()
    log.append("closed")


ada = threading.Thread(target=write, name="Ada")
ben = threading.Thread(target=close, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("last line:", log[-1])
