"""Eight jobs, and a stop that waits its turn behind them: a sentinel."""

import queue
import threading
import time

JOB_S = 0.5
STOP = object()  # the sentinel: nothing that could be a job


def work(jobs, done):
    while (job := jobs.get()) is not STOP:
        time.sleep(JOB_S)
        done.append(job)


start = time.perf_counter()
jobs = queue.Queue()
for number in range(8):
    jobs.put(number)
done = []
workers = [threading.Thread(target=work, args=(jobs, done)) for _ in range(2)]
for worker in workers:
    worker.start()

time.sleep(0.7)  # now somebody wants it to stop
for _ in workers:
    jobs.put(STOP)
for worker in workers:
    worker.join()
print(f"{len(done)} of 8 jobs done in {time.perf_counter() - start:.2f} s")
