"""How many threads does a pool have, if nobody says?"""

import os
import threading
from concurrent.futures import ThreadPoolExecutor

cores = os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count()


def threads_for(tasks):
    """How many threads a pool starts for this number of tasks, which all wait until all are submitted."""
    go_on = threading.Event()
    with ThreadPoolExecutor() as pool:
        before = threading.active_count()
        for _ in range(tasks):
            pool.submit(go_on.wait)
        started = threading.active_count() - before
        go_on.set()
    return started


print(f"{cores} cores, so at most {min(32, cores + 4)} threads")
for tasks in (1, 3, 100):
    print(f"tasks at once: {tasks}, threads: {threads_for(tasks)}")
