"""A Timer calls later, unless it is cancelled first."""

import threading
import time

log = []
start = time.perf_counter()
timers = [threading.Timer(delay, log.append, args=(delay,)) for delay in (0.15, 0.05, 0.1)]
for timer in timers:
    timer.start()
timers[2].cancel()
for timer in timers:
    timer.join()
print(log, f"{time.perf_counter() - start:.2f}")
print([timer.finished.is_set() for timer in timers])
late = threading.Timer(0.01, lambda unit: log.append(unit), kwargs={"unit": "s"})
late.daemon = True
late.start()
late.join()
late.cancel()
print(log)
