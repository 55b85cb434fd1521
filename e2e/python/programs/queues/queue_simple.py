"""A SimpleQueue between threads: waiting, timing out, and putting from a finalizer."""

import queue
import threading
import time

box = queue.SimpleQueue()
got = []


def consume():
    while (item := box.get()) is not None:
        got.append(item)


consumer = threading.Thread(target=consume)
consumer.start()
for number in range(5):
    box.put(number)
    time.sleep(0.01)


class Loud:
    def __del__(self):
        box.put("finalized")


loud = Loud()
del loud
box.put(None)
consumer.join()
print(got)
start = time.perf_counter()
try:
    box.get(timeout=0.1)
except queue.Empty:
    print("Empty after", round(time.perf_counter() - start, 1))
try:
    box.get_nowait()
except queue.Empty as error:
    print(repr(error))
