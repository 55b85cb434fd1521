"""A pool makes threads only when it needs them, names them, and they are gone after shutdown."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(4, thread_name_prefix="p") as pool:
    for _ in range(3):
        pool.submit(int).result()
        time.sleep(0.02)
    print(threading.active_count() - 1)
    list(pool.map(time.sleep, [0.05] * 4))
    print(threading.active_count() - 1)
    print(sorted(thread.name for thread in threading.enumerate())[1:])
print(threading.active_count() - 1)
for wrong in (0, -1):
    try:
        ThreadPoolExecutor(wrong)
    except ValueError as error:
        print("ValueError:", error)
