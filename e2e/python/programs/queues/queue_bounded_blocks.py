"""A full Queue makes the producer wait; Full and Empty when it must not."""

import queue
import threading
import time

box = queue.Queue(maxsize=2)
times = []
start = time.perf_counter()


def produce():
    for number in range(4):
        box.put(number)
    times.append(time.perf_counter() - start)


producer = threading.Thread(target=produce)
producer.start()
time.sleep(0.2)
print(box.qsize(), box.full())
for wrong in (lambda: box.put_nowait(9), lambda: box.put(9, timeout=0.05), lambda: box.put(9, timeout=-1)):
    try:
        wrong()
    except (queue.Full, ValueError) as error:
        print(type(error).__name__, error)
print([box.get() for _ in range(4)])
producer.join()
print(f"produced after {times[0]:.1f}")
for wrong in (box.get_nowait, lambda: box.get(timeout=0.05), lambda: box.get(False)):
    try:
        wrong()
    except queue.Empty as error:
        print(type(error).__name__)
