"""A test of two visits at once. One of them is lost sometimes, and the test should see that every time."""

import threading

visits = 0


def read():
    return visits


def write(value):
    global visits
    visits = value


def visit():
    write(read() + 1)


ada = threading.Thread(target=visit, name="Ada")
ben = threading.Thread(target=visit, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("passed" if visits == 2 else "failed")
