"""The recipe that raises an exception in another thread, by the identifier that threading shows."""

import ctypes
import threading
import time


class Cancelled(Exception):
    pass


def raise_in(thread):
    return ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(Cancelled))


def sleeps():
    while True:
        time.sleep(0.01)


def computes():
    while True:
        pass


def told(work, log):
    try:
        work()
    except Cancelled:
        log.append("cancelled")


release = threading.Event()
for work in (sleeps, computes, release.wait):
    log = []
    release.clear()
    thread = threading.Thread(target=told, args=(work, log))
    thread.start()
    time.sleep(0.05)
    print("threads:", raise_in(thread))
    release.set()
    thread.join(5)
    print(log, thread.is_alive())
print("no thread:", ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(1), ctypes.py_object(Cancelled)))
