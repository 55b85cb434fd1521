"""How late does a thread wake beside none, one, two and three that compute?"""

import statistics
import threading
import time
from contextlib import contextmanager

NAPS = 100
NAP = 0.002


def compute(done):
    while not done.is_set():
        pass


@contextmanager
def computing(count):
    """Threads that compute for as long as the block lasts."""
    done = threading.Event()
    threads = [threading.Thread(target=compute, args=(done,)) for _ in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        done.set()
        for thread in threads:
            thread.join()


def delays_ms():
    for _ in range(NAPS):
        start = time.perf_counter()
        time.sleep(NAP)
        yield (time.perf_counter() - start - NAP) * 1000


for count in range(4):
    with computing(count):
        start = time.perf_counter()
        delays = sorted(delays_ms())
        seconds = time.perf_counter() - start
    usual, late, worst = statistics.median(delays), delays[NAPS * 95 // 100], delays[-1]
    print(f"beside {count}: {NAPS} naps took {seconds:.1f} s, ", end="")
    print(f"{usual:.1f} ms late (median), one in twenty {late:.1f} ms or more, at the most {worst:.1f} ms")
