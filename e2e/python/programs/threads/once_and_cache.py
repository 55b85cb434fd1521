"""functools.cache in threads may compute twice; with a lock it computes once."""

import functools
import threading
import time

calls = []
lock = threading.Lock()


@functools.cache
def slow(number):
    calls.append(number)
    time.sleep(0.05)
    return number * 2


def locked(number):
    with lock:
        return slow(number)


def run(target):
    calls.clear()
    slow.cache_clear()
    threads = [threading.Thread(target=target, args=(21,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(calls)


print(run(slow), run(locked), slow(21))
