"""A worker dies between get and task_done, and the join waits forever."""

import queue
import threading

jobs = queue.Queue()


def work():
    while True:
        job = jobs.get()
        print(f"half of {job} is {int(job) / 2}\n", end="")
        jobs.task_done()


threading.Thread(target=work, name="worker", daemon=True).start()
for text in ("4", "three", "2"):
    jobs.put(text)
jobs.join()  # until task_done was called for each item: there is no timeout
print("All jobs are done.")
