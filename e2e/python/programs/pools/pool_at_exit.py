"""A pool that nobody shuts down finishes its work before the program ends."""

import atexit
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
for number in range(3):
    pool.submit(lambda n: (time.sleep(0.03), print("task", n)), number)
atexit.register(print, "atexit")
print("main ends")
