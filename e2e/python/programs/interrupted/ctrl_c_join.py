"""Ctrl+C ends a join, of a thread and of the end of a pool; the threads go on."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor


def work(name):
    time.sleep(0.6)
    print(f"{name} is done")


thread = threading.Thread(target=work, args=("thread",))
thread.start()
try:
    print("joining")
    thread.join()
except KeyboardInterrupt:
    print("gave up")
time.sleep(0.8)
try:
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [pool.submit(work, "task") for _ in range(2)]
        print("result, joining")
        futures[0].result()
except KeyboardInterrupt:
    print("the end of the pool has waited")
