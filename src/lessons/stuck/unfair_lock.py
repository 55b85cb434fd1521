"""Ada takes a lock again and again. How often before Ben gets it once?"""

import statistics
import threading
import time

HOLD = 0.0002  # seconds that Ada keeps the lock each time
ASKS = 100

lock = threading.Lock()
enough = threading.Event()
ada_took = 0
overtaken = []  # by each request of Ben's: how often Ada took the lock meanwhile


def ada():
    global ada_took
    while not enough.is_set():
        with lock:
            ada_took += 1
            time.sleep(HOLD)
        # And at once she wants it again.


def ben():
    for _ in range(ASKS):
        time.sleep(0.002)
        before = ada_took
        with lock:
            overtaken.append(ada_took - before)
    enough.set()


threads = [threading.Thread(target=ada), threading.Thread(target=ben)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
median = statistics.median_high(overtaken)
print(f"Overtaken by Ada: {median} times (median), {max(overtaken)} at the most")
