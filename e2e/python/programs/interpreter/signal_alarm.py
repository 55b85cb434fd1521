"""An alarm ends a wait by an exception of its handler, or lets the wait go on after it."""

import queue
import signal
import threading
import time


class TooLong(Exception):
    pass


def give_up(number, frame):
    raise TooLong(signal.Signals(number).name)


def blocked():
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


def computes():
    while True:
        pass


signal.signal(signal.SIGALRM, give_up)
for wait in (lambda: time.sleep(9), blocked, threading.Event().wait, queue.Queue().get, queue.SimpleQueue().get, computes):
    signal.setitimer(signal.ITIMER_REAL, 0.03)
    try:
        wait()
        print("it did not end")
    except TooLong as error:
        print("given up:", error)

rings = []
signal.signal(signal.SIGALRM, lambda number, frame: rings.append(threading.current_thread().name))
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
print("event:", threading.Event().wait(0.3), "after some rings:", len(rings) > 2, set(rings))
before = signal.setitimer(signal.ITIMER_REAL, 0)
print("interval:", before[1], "now:", signal.getitimer(signal.ITIMER_REAL))
print("alarms:", signal.alarm(7), signal.alarm(0), signal.alarm(0))
