"""shutdown(wait=False) returns at once, and Python still waits at its end for the tasks that run."""

import subprocess
import sys
import time

PROGRAM = """
import time
from concurrent.futures import ThreadPoolExecutor

start = time.perf_counter()
pool = ThreadPoolExecutor(max_workers=1)
pool.submit(lambda: (time.sleep(0.5), print("done")))
pool.shutdown(wait=False)
print("went on", time.perf_counter() - start < 0.4)
"""

start = time.perf_counter()
printed = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60).stdout.split("\n")
print("holds" if printed[:2] == ["went on True", "done"] and time.perf_counter() - start >= 0.5 else printed)
