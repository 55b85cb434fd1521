"""How late does a sleeping thread wake while another one computes?"""

import statistics
import sys
import threading
import time

NAP = 0.010


def compute(done):
    while not done.is_set():
        pass


def median_delay_ms():
    delays = []
    for _ in range(100):
        start = time.perf_counter()
        time.sleep(NAP)
        delays.append(time.perf_counter() - start - NAP)
    return statistics.median(delays) * 1000


print(f"nobody computes: {median_delay_ms():.1f} ms late")

for interval in (sys.getswitchinterval(), 0.001, 0.020):
    sys.setswitchinterval(interval)
    done = threading.Event()
    other = threading.Thread(target=compute, args=(done,))
    other.start()
    print(f"one thread computes, switch interval {interval * 1000:.0f} ms: {median_delay_ms():.1f} ms late")
    done.set()
    other.join()
