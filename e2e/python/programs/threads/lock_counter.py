"""Threads that read, call and write under a lock lose nothing."""

import sys
import threading

sys.setswitchinterval(0.0005)
lock = threading.Lock()
counter = 0


def successor(number):
    return number + 1


def work():
    global counter
    for _ in range(2000):
        with lock:
            counter = successor(counter)


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter, sys.getswitchinterval())
