"""Two fast producers, one slow consumer, and a queue with five places."""

import queue
import threading
import time

ITEMS_EACH = 12
tasks = queue.Queue(maxsize=5)
NO_MORE = object()
longest = 0


def produce():
    for number in range(ITEMS_EACH):
        time.sleep(0.06)
        tasks.put(number)  # waits here while the queue is full


def consume():
    global longest  # only the consumer touches it
    while True:
        longest = max(longest, tasks.qsize())
        if tasks.get() is NO_MORE:
            return
        time.sleep(0.1)


start = time.perf_counter()
producers = [threading.Thread(target=produce) for _ in range(2)]
consumer = threading.Thread(target=consume)
for thread in (*producers, consumer):
    thread.start()
for thread in producers:
    thread.join()
produced = time.perf_counter() - start
tasks.put(NO_MORE)
consumer.join()
consumed = time.perf_counter() - start
print(f"Longest queue: {longest} items")
print(f"Producers were done after {produced:.1f} s")
print(f"All items were consumed in {consumed:.2f} s")
