"""Ctrl+C reaches a main thread that computes, alone or beside threads, and a handler of the program's own."""

import signal
import threading
import time


def compute():
    print("computing")
    while True:
        pass


def compute_with_threads():
    stop = threading.Event()

    def beside():
        while not stop.is_set():
            pass

    threads = [threading.Thread(target=beside) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        compute()
    finally:
        stop.set()
        for thread in threads:
            thread.join()


for work in (compute, compute_with_threads):
    try:
        work()
    except KeyboardInterrupt:
        print("interrupted")

seen = []
signal.signal(signal.SIGINT, lambda number, frame: seen.append(signal.Signals(number).name))
print("computing")
began = time.monotonic()
while not seen and time.monotonic() - began < 10:
    pass
print(seen)
