"""A real line before one worker, measured: tasks come at random, and take a random time."""

import math
import queue
import random
import statistics
import threading
import time

LOAD = 0.8
TASKS = 400
TASK_SECONDS = 0.010  # on average


def work(line, waits, took):
    while (task := line.get()) is not None:
        came, seconds = task
        begins = time.perf_counter()
        waits.append(begins - came)
        time.sleep(seconds)
        took.append(time.perf_counter() - begins)


line = queue.Queue()
waits, took = [], []
worker = threading.Thread(target=work, args=(line, waits, took))
worker.start()
start = comes = time.perf_counter()
for _ in range(TASKS):
    comes += random.expovariate(LOAD / TASK_SECONDS)
    time.sleep(max(0, comes - time.perf_counter()))
    line.put((time.perf_counter(), random.expovariate(1 / TASK_SECONDS)))
line.put(None)
worker.join()
seconds = time.perf_counter() - start

load = sum(took) / seconds
task_ms = statistics.mean(took) * 1000
print(f"{TASKS} tasks of {task_ms:.1f} ms, the worker busy {load:.0%} of the time, in {seconds:.1f} s")
print(f"half of them waited longer than {statistics.median(waits) * 1000:.1f} ms, the longest {max(waits) * 1000:.0f} ms")
print(f"theory, for this load: {max(0, task_ms * math.log(2 * load) / (1 - load)):.1f} ms")
