"""What recording the trace costs: each work with and without it in turns; prints the ratios of the best times, as JSON."""

import json
import sys
import threading
import time

trace = sys.modules["timeslice.kernel.trace"]


def counting():
    def count(_):
        total = 0
        for number in range(400_000):
            total += number

    threads = [threading.Thread(target=count, args=(0,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def locking():
    lock = threading.Lock()
    for _ in range(10_000):
        with lock:
            pass


def ratio(work, rounds):
    best = {True: 1e9, False: 1e9}
    for turn in range(2 * rounds):
        recording = turn % 2 == 0
        trace.record = trace._record if recording else trace._forget
        began = time.perf_counter()
        work()
        best[recording] = min(best[recording], time.perf_counter() - began)
    trace.record = trace._record
    return best[True] / best[False]


print(json.dumps({"counting": ratio(counting, 8), "locking": ratio(locking, 30)}))
