"""A single long operation keeps the GIL to its end: a thread that wakes meanwhile is late by the rest of it."""

import random
import sys
import threading
import time

numbers = [random.random() for _ in range(1_000_000)]
delays = []
sorted_all = threading.Event()


def sleep_and_wake():
    while not sorted_all.is_set():
        start = time.perf_counter()
        time.sleep(0.01)
        delays.append(time.perf_counter() - start - 0.01)


sleeper = threading.Thread(target=sleep_and_wake)
sleeper.start()
time.sleep(0.05)
start = time.perf_counter()
sorted(numbers)
took = time.perf_counter() - start
sorted_all.set()
sleeper.join()
has_gil = getattr(sys, "_is_gil_enabled", lambda: True)()
holds = max(delays) > took * 0.7 if has_gil else True
print("holds" if holds else (took, max(delays)))
