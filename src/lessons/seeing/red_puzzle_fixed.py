"""A test of two visits at once: Ben comes between Ada's read and her write, every time."""

import threading

visits = 0
ada_has_read = threading.Event()
ben_is_done = threading.Event()


def read():
    return visits


def write(value):
    global visits
    visits = value


def ada_visits():
    seen = read()
    ada_has_read.set()
    ben_is_done.wait()
    write(seen + 1)


def ben_visits():
    ada_has_read.wait()
    write(read() + 1)
    ben_is_done.set()


ada = threading.Thread(target=ada_visits, name="Ada")
ben = threading.Thread(target=ben_visits, name="Ben")
ada.start()
ben.start()
ada.join()
ben.join()
print("passed" if visits == 2 else "failed")
