"""Three producers and three consumers on a queue of one: nothing is lost, nothing comes twice."""

import queue
import threading

box = queue.Queue(maxsize=1)
results = []


def produce(start):
    for number in range(start, start + 30):
        box.put(number)


def consume():
    while (number := box.get()) is not None:
        results.append(number)


producers = [threading.Thread(target=produce, args=(n * 30,)) for n in range(3)]
consumers = [threading.Thread(target=consume) for _ in range(3)]
for thread in producers + consumers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    box.put(None)
for thread in consumers:
    thread.join()
print(len(results), sorted(results) == list(range(90)), box.qsize())
