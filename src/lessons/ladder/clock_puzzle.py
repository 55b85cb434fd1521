"""Ada sets a clock from 9:59 to 10:00. Ben reads it meanwhile."""

import threading

hour, minute = 9, 59
lock = threading.Lock()
read = None


def set_clock():
    global hour, minute
    with lock:
        hour = 10
        minute = 0


def read_clock():
    global read
    read = f"{hour}:{minute:02}"


ada = threading.Thread(target=set_clock, name="Ada")
ben = threading.Thread(target=read_clock, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("right" if read in ("9:59", "10:00") else f"wrong: {read}")
