"""Since Python 3.13 a queue can be shut down: nothing more goes in."""

import queue
import sys
import threading
import time

if not hasattr(queue, "ShutDown"):
    print(f"Python {sys.version_info.major}.{sys.version_info.minor} has no Queue.shutdown")
    sys.exit()


def work(jobs):
    try:
        while True:
            job = jobs.get()
            time.sleep(0.1)
            print(f"{job} is done\n", end="")
    except queue.ShutDown:
        print("no more jobs\n", end="")


jobs = queue.Queue()
workers = [threading.Thread(target=work, args=(jobs,)) for _ in range(2)]
for worker in workers:
    worker.start()
for job in ("wash", "dry", "fold"):
    jobs.put(job)
jobs.shutdown()
try:
    jobs.put("iron")
except queue.ShutDown:
    print("nothing more goes in\n", end="")
for worker in workers:
    worker.join()
