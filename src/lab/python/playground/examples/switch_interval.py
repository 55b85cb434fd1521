"""How often do two threads change places? sys.setswitchinterval says."""

import sys
import threading
import time


def count_switches(interval):
    sys.setswitchinterval(interval)
    last, switches = None, 0
    end = time.perf_counter() + 0.5

    def work(name):
        nonlocal last, switches
        while time.perf_counter() < end:
            if last != name:
                last, switches = name, switches + 1

    threads = [threading.Thread(target=work, args=(name,)) for name in "AB"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return switches


for interval in (0.1, 0.02, 0.005):
    print(f"{interval * 1000:3.0f} ms: {count_switches(interval)} switches in 0.5 s")
