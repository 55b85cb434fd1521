"""How often do two threads change places? sys.setswitchinterval says."""

import sys
import threading
import time


def count_switches(interval):
    sys.setswitchinterval(interval)
    turns = []  # one name for each turn; append is one step, so no lock is needed
    end = time.perf_counter() + 0.5

    def work(name):
        while time.perf_counter() < end:
            if turns[-1:] != [name]:
                turns.append(name)

    threads = [threading.Thread(target=work, args=(name,)) for name in "AB"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(turns) - 1


usual = sys.getswitchinterval()
for interval in (0.1, 0.02, 0.005):
    print(f"{interval * 1000:3.0f} ms: {count_switches(interval)} switches in 0.5 s")
sys.setswitchinterval(usual)
