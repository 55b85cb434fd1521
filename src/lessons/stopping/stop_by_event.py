"""Eight jobs, and an event that wakes a worker in the midst of a job."""

import queue
import threading
import time

JOB_S = 0.5


def work(jobs, done, stop):
    while not stop.is_set():
        try:
            job = jobs.get_nowait()
        except queue.Empty:
            return
        if stop.wait(JOB_S):  # a sleep that the event ends
            return
        done.append(job)


start = time.perf_counter()
jobs = queue.Queue()
for number in range(8):
    jobs.put(number)
done = []
stop = threading.Event()
workers = [threading.Thread(target=work, args=(jobs, done, stop)) for _ in range(2)]
for worker in workers:
    worker.start()

time.sleep(0.7)  # now somebody wants it to stop
stop.set()
for worker in workers:
    worker.join()
print(f"{len(done)} of 8 jobs done in {time.perf_counter() - start:.2f} s")
