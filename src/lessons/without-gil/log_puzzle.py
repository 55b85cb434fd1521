"""Ada writes a line as long as the log is open. Ben closes it."""

import threading

log = ["opened"]
saved = None


def write():
    if log is not None:
        log.append("Ada was here")


def close():
    global log, saved
    saved = log
    log = None


ada = threading.Thread(target=write, name="Ada")
ben = threading.Thread(target=close, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("saved:", len(saved))
